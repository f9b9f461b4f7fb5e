import type { Chance } from "#ports/chance.ts";
import type { Sealing } from "#ports/sealing.ts";

/** Nobody fills the form in faster than this; programs do. In milliseconds. */
export const QUICKEST_MS = 2000;

export type FormToken = { readonly madeAt: number; readonly sending: string };

/**
 * What a form carries: when it was made, and a random name for this one sending, stamped so that neither can be made up. The
 * same form sent twice is the same request.
 */
export async function writeFormToken(sealing: Sealing, madeAt: number, chance: Chance): Promise<string> {
	const name = [...chance.bytes(16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
	const text = `${madeAt.toString(36)}.${name}`;
	return `${text}.${await sealing.stamp(text)}`;
}

/** Null for a token that is missing, damaged or not ours. */
export async function readFormToken(sealing: Sealing, token: string | undefined): Promise<FormToken | null> {
	const [time = "", sending = "", stamp = ""] = (token ?? "").slice(0, 200).split(".");
	if (!(await sealing.isOurs(`${time}.${sending}`, stamp))) return null;
	return { madeAt: Number.parseInt(time, 36), sending };
}
