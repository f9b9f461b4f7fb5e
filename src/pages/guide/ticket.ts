import { seal, unseal } from "#pages/guide/seal.ts";

/** What travels between two turns: the state of the conversation, and whether the page before the guide was passed. */
export type Ticket = { readonly state: string; readonly started: boolean };

const STARTED = "1";
const WAITING = "0";

/** A ticket as a sealed text, for the one cookie or a field of the page. */
export function writeTicket(key: CryptoKey, { state, started }: Ticket): Promise<string> {
	return seal(key, `${started ? STARTED : WAITING}${state}`);
}

/** The ticket in a sealed text; null for none, or for one that is damaged, foreign or sealed with another key. */
export async function readTicket(key: CryptoKey, sealed: string | undefined): Promise<Ticket | null> {
	const text = sealed ? await unseal(key, sealed) : null;
	return text ? { state: text.slice(1), started: text.startsWith(STARTED) } : null;
}
