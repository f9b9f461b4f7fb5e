import * as z from "zod";
import type { CallBack } from "#domain/call-backs/call-back.ts";
import { readReference } from "#domain/call-backs/reference.ts";
import type { AuditEntry } from "#domain/desk/audit-entry.ts";
import { weekOf } from "#domain/tallies/tally.ts";
import type { CallBackChange } from "#ports/call-backs.ts";
import type { Dependencies } from "#ports.ts";

/** What came of a request, as it is counted. */
export const CallBackOutcome = z.enum(["spoke", "no_answer", "passed_on", "not_needed"]);
export type CallBackOutcome = z.infer<typeof CallBackOutcome>;

/** What a worker does with a request. */
export const CallBackWork = z.discriminatedUnion("act", [
	z.object({ act: z.enum(["claim", "give_back", "tried", "spoke"]) }),
	z.object({ act: z.literal("close"), outcome: CallBackOutcome }),
	z.object({ act: z.literal("assign"), to: z.string().min(1).max(300) }),
	z.object({ act: z.literal("erase") }),
]);
export type CallBackWork = z.infer<typeof CallBackWork>;

export type WorkInput = {
	readonly area: string;
	readonly reference: string;
	/** As it was when the worker looked. */
	readonly version: number;
	readonly actor: string;
	readonly work: CallBackWork;
};

const DONE = {
	claim: "call_back.claimed",
	give_back: "call_back.given_back",
	tried: "call_back.tried",
	spoke: "call_back.spoke",
	close: "call_back.closed",
	assign: "call_back.assigned",
	erase: "call_back.erased",
} as const satisfies Record<CallBackWork["act"], string>;

/**
 * Notes what a worker did, with its line in the audit log in the same transaction. What was asked several times is one: each is
 * noted alike. "stale" where somebody changed it since the worker looked; then nothing is changed.
 */
export async function workOnCallBack(
	deps: Pick<Dependencies, "callBacks" | "clock">,
	{ area, reference: asked, version, actor, work }: WorkInput,
): Promise<"changed" | "stale" | "unknown"> {
	const reference = readReference(asked);
	const callBack = reference === null ? null : await deps.callBacks.find(reference);
	if (!callBack || callBack.area !== area) return "unknown";
	const same = (await deps.callBacks.same(callBack)).filter((other) => other.reference !== callBack.reference);
	const done = await note(deps, callBack, version, actor, work);
	if (!done) return "stale";
	for (const other of same) await note(deps, other, other.version, actor, work);
	return "changed";
}

function note(
	{ callBacks, clock }: Pick<Dependencies, "callBacks" | "clock">,
	{ area, reference, version: now }: CallBack,
	version: number,
	actor: string,
	work: CallBackWork,
): Promise<boolean> {
	const at = clock.now();
	const detail: AuditEntry["detail"] =
		work.act === "close" ? { outcome: work.outcome } : work.act === "assign" ? { to: work.to } : {};
	const audit = { area, at, actor, action: DONE[work.act], entity: "call_back", entityId: reference, detail };
	if (work.act !== "erase") return callBacks.change(reference, version, changeOf(work, actor, at.getTime()), audit);
	if (now !== version) return Promise.resolve(false);
	return callBacks.eraseOne(reference, at.getTime(), (instant) => weekOf(new Date(instant)), audit);
}

function changeOf(work: Exclude<CallBackWork, { act: "erase" }>, actor: string, at: number): CallBackChange {
	switch (work.act) {
		case "claim":
			return { claimedBy: actor, at };
		case "give_back":
			return { claimedBy: null, at };
		case "assign":
			return { claimedBy: work.to, at };
		case "tried":
		case "spoke":
			return { status: work.act, claimedBy: actor, at };
		case "close":
			return { status: "closed", outcome: work.outcome, at };
	}
}
