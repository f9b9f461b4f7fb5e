import type { Dependencies } from "#ports.ts";

export type ReplayInput = { readonly area: string; readonly id: string; readonly actor: string };

/** Sends a message that was given up once more, within a minute. False where the area has none of this id. */
export async function replayMessage(
	deps: Pick<Dependencies, "auditLog" | "clock" | "outbox">,
	{ area, id, actor }: ReplayInput,
): Promise<boolean> {
	const at = deps.clock.now();
	const replayed = await deps.outbox.replay(area, id, at.getTime());
	if (replayed) {
		const entry = { area, at, actor, action: "message.replayed", entity: "message", entityId: id, detail: {} };
		await deps.auditLog.append([entry]);
	}
	return replayed;
}
