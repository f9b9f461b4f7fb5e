import { weekOf } from "#domain/tallies/tally.ts";
import type { Dependencies } from "#ports.ts";
import { findCallBack, type ReferenceAndSecret } from "#services/find-call-back.ts";
import { type CallBackView, viewOfCallBack } from "#services/show-call-back.ts";

export type EraseOutcome =
	| { readonly kind: "erased"; readonly view: CallBackView }
	| { readonly kind: "mistyped" | "unknown" };

/** Erases what a person told us, at once, for whoever has its reference and its secret words. Twice is once. */
export async function eraseCallBack(
	deps: Pick<Dependencies, "areas" | "areaSettings" | "callBacks" | "clock" | "content" | "sealing">,
	input: ReferenceAndSecret,
): Promise<EraseOutcome> {
	const found = await findCallBack(deps, input);
	if (found.kind !== "found") return found;
	const { reference } = found.callBack;
	await deps.callBacks.eraseOne(reference, deps.clock.now().getTime(), (instant) => weekOf(new Date(instant)));
	const now = (await deps.callBacks.find(reference)) ?? found.callBack;
	return { kind: "erased", view: await viewOfCallBack(deps, now) };
}
