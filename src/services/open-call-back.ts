import { type CallBack, CallBackDetails, detailsPlace } from "#domain/call-backs/call-back.ts";
import { readReference } from "#domain/call-backs/reference.ts";
import type { Dependencies } from "#ports.ts";

export type OpenedCallBack = {
	readonly callBack: CallBack;
	/** Null where it was erased, or cannot be opened. */
	readonly details: CallBackDetails | null;
	/** How often the same was asked. */
	readonly times: number;
};

export type OpenCallBackInput = { readonly area: string; readonly reference: string; readonly actor: string };

/**
 * What a person told us, for a worker of their area. That it was looked at is in the audit log before it is shown. Null where the
 * area has no such request.
 */
export async function openCallBack(
	deps: Pick<Dependencies, "auditLog" | "callBacks" | "clock" | "sealing">,
	{ area, reference: asked, actor }: OpenCallBackInput,
): Promise<OpenedCallBack | null> {
	const reference = readReference(asked);
	const callBack = reference === null ? null : await deps.callBacks.find(reference);
	if (!callBack || callBack.area !== area) return null;
	const entry = { area, actor, action: "call_back.viewed", entity: "call_back", entityId: callBack.reference };
	await deps.auditLog.append([{ ...entry, at: deps.clock.now(), detail: {} }]);
	const same = await deps.callBacks.same(callBack);
	return { callBack, details: await detailsOf(deps, callBack), times: Math.max(1, same.length) };
}

async function detailsOf(
	{ sealing }: Pick<Dependencies, "sealing">,
	{ area, reference, sealed, sealedWith }: CallBack,
): Promise<CallBackDetails | null> {
	if (sealed === null) return null;
	const text = await sealing.open(area, detailsPlace(reference), { box: sealed, with: sealedWith });
	return text === null ? null : CallBackDetails.parse(JSON.parse(text));
}
