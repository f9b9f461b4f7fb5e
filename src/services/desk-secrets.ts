import { toBase64Url } from "#domain/encoding/base64.ts";
import { sha256 } from "#domain/encoding/sha256.ts";

/** 256 random bits, in letters that stand in cookies and addresses as they are. */
export function newSecret(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(32));
	return toBase64Url(bytes);
}

/** Whether a text has the shape of a secret of ours; whatever has not is not looked up. */
export function isSecret(text: string | undefined): text is string {
	return text !== undefined && /^[\w-]{43}$/.test(text);
}

/** What a secret is known by where it is kept: nobody who reads the database gets in. */
export function hashOf(secret: string): Promise<string> {
	return sha256(secret);
}

/** A value of its own for one use, from which neither the secret nor the value for another use follows. */
export function derived(secret: string, use: "state" | "nonce" | "verifier" | "form"): Promise<string> {
	return sha256(`fingerpost/desk/${use}|${secret}`);
}
