import type { CallBack } from "#domain/call-backs/call-back.ts";
import { readReference } from "#domain/call-backs/reference.ts";
import { readSecret } from "#domain/call-backs/secret-words.ts";
import type { Dependencies } from "#ports.ts";

/** What a person types to see their own request again. */
export type ReferenceAndSecret = { readonly reference: string; readonly secret: string };

export type FoundCallBack =
	| { readonly kind: "found"; readonly callBack: CallBack }
	/** The reference has a slip in it: its check sign does not fit. */
	| { readonly kind: "mistyped" }
	/** There is none, or the words are not its words: which of the two is not told. */
	| { readonly kind: "unknown" };

/** The request that a reference and its secret words belong to. */
export async function findCallBack(
	{ callBacks, sealing }: Pick<Dependencies, "callBacks" | "sealing">,
	{ reference: typed, secret }: ReferenceAndSecret,
): Promise<FoundCallBack> {
	const reference = readReference(typed);
	if (reference === null) return { kind: "mistyped" };
	const callBack = await callBacks.find(reference);
	if (!callBack) return { kind: "unknown" };
	const mark = await sealing.mark(callBack.area, secretText(reference, readSecret(secret)), callBack.sealedWith);
	return mark?.mark === callBack.secretHash ? { kind: "found", callBack } : { kind: "unknown" };
}

/** What the keyed hash of a secret is made of: with the reference, so that one secret fits one request. */
export function secretText(reference: string, secret: string): string {
	return `secret ${reference} ${secret}`;
}
