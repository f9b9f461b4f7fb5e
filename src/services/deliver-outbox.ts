import { MOST_ATTEMPTS, waitAfter } from "#domain/call-backs/back-off.ts";
import { AppError } from "#domain/errors.ts";
import type { HandedOver, TakenMessage } from "#ports/outbox.ts";
import type { Dependencies } from "#ports.ts";
import { handOver } from "#services/hand-over.ts";

/** A message that is being sent belongs to its drainer this long, well beyond the longest wait for an answer. */
const LEASE_MS = 60_000;
const AT_ONCE = 10;
/** As many rounds as one run takes; what is left waits for the next minute. */
const MOST_ROUNDS = 30;

export type DeliveryCounts = { readonly sent: number; readonly failed: number; readonly givenUp: number };

/**
 * Sends what is due. Every message is sent at least once: whoever dies between sending and noting it lets it go out again under
 * the same id. Two at once share the work. What fails too often, or is refused for good, is given up loudly.
 */
export async function deliverOutbox(
	deps: Pick<
		Dependencies,
		"areaSettings" | "carriers" | "chance" | "clock" | "content" | "faultPoint" | "outbox" | "publicUrl" | "sealing"
	>,
): Promise<DeliveryCounts> {
	const counts = { sent: 0, failed: 0, givenUp: 0 };
	for (let round = 0; round < MOST_ROUNDS; round += 1) {
		const taken = await deps.outbox.take(deps.clock.now().getTime(), LEASE_MS, AT_ONCE);
		if (taken.length === 0) break;
		await deps.faultPoint("outbox.taken");
		const outcomes = await Promise.allSettled(taken.map((message) => sendOne(deps, message)));
		for (const outcome of outcomes) {
			if (outcome.status === "rejected") throw outcome.reason;
			counts[outcome.value] += 1;
		}
	}
	return counts;
}

async function sendOne(
	deps: Parameters<typeof deliverOutbox>[0],
	message: TakenMessage,
): Promise<keyof DeliveryCounts> {
	await deps.faultPoint("outbox.sending");
	const handed = await handOver(deps, message).catch(unforeseen);
	const now = deps.clock.now().getTime();
	if (handed.kind === "sent") {
		await deps.faultPoint("outbox.sent");
		await deps.outbox.delivered(message.id, now);
		await deps.faultPoint("outbox.settled");
		return "sent";
	}
	if (handed.forGood || message.attempts >= MOST_ATTEMPTS) {
		await deps.outbox.dead(message.id, now, handed.fault);
		return "givenUp";
	}
	await deps.outbox.failed(message.id, now + waitAfter(message.attempts, deps.chance.fraction()), handed.fault);
	return "failed";
}

/** A message that trips us up counts as failed, so that it is given up loudly and holds up no other. A database that is away stops the run. */
function unforeseen(error: unknown): HandedOver {
	if (error instanceof AppError) throw error;
	return { kind: "failed", fault: "unforeseen", forGood: false };
}
