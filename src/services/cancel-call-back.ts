import type { Dependencies } from "#ports.ts";
import { findCallBack, type ReferenceAndSecret } from "#services/find-call-back.ts";
import { type CallBackView, viewOfCallBack } from "#services/show-call-back.ts";

export type CancelOutcome =
	| { readonly kind: "cancelled" | "too_late"; readonly view: CallBackView }
	| { readonly kind: "mistyped" | "unknown" };

/** Takes a request back, for whoever has its reference and its secret words. Twice is once. */
export async function cancelCallBack(
	deps: Pick<Dependencies, "areas" | "areaSettings" | "callBacks" | "clock" | "content" | "sealing">,
	input: ReferenceAndSecret,
): Promise<CancelOutcome> {
	const found = await findCallBack(deps, input);
	if (found.kind !== "found") return found;
	const { reference, status } = found.callBack;
	const done = status === "cancelled" || (await deps.callBacks.cancel(reference, deps.clock.now().getTime()));
	const now = (await deps.callBacks.find(reference)) ?? found.callBack;
	return { kind: done ? "cancelled" : "too_late", view: await viewOfCallBack(deps, now) };
}
