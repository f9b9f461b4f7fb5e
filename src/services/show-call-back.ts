import { type CallBack, type CallBackStatus, isWaiting } from "#domain/call-backs/call-back.ts";
import type { Dependencies } from "#ports.ts";
import { areaProfile } from "#services/area-profile.ts";
import { findCallBack, type ReferenceAndSecret } from "#services/find-call-back.ts";
import { promiseText } from "#services/promise-text.ts";

/** What a person sees of their own request. Nothing of what they wrote: whoever has the paper may not be them. */
export type CallBackView = {
	readonly reference: string;
	readonly area: string;
	readonly status: CallBackStatus;
	/** An instant as text. */
	readonly received: string;
	readonly promise: string | null;
	readonly late: boolean;
	readonly waiting: boolean;
	readonly erased: boolean;
};

export type ShownCallBack =
	| { readonly kind: "found"; readonly view: CallBackView }
	| { readonly kind: "mistyped" | "unknown" };

type Needs = Pick<Dependencies, "areas" | "areaSettings" | "callBacks" | "clock" | "content" | "sealing">;

/** The state of a request, for whoever has its reference and its secret words. */
export async function showCallBack(deps: Needs, input: ReferenceAndSecret): Promise<ShownCallBack> {
	const found = await findCallBack(deps, input);
	return found.kind === "found" ? { kind: "found", view: await viewOfCallBack(deps, found.callBack) } : found;
}

export async function viewOfCallBack(deps: Needs, callBack: CallBack): Promise<CallBackView> {
	const zone = (await areaProfile(deps, callBack.area))?.early_help_hours?.zone;
	const { reference, area, status, promisedBy } = callBack;
	return {
		reference,
		area,
		status,
		received: new Date(callBack.receivedAt).toISOString(),
		promise: promisedBy === null ? null : promiseText(deps.content.words, promisedBy, zone),
		late: status === "received" && promisedBy !== null && promisedBy < deps.clock.now().getTime(),
		waiting: isWaiting(status),
		erased: callBack.erasedAt !== null,
	};
}
