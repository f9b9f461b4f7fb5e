import { canonical } from "#domain/directory/import/stable-id.ts";

/** SHA-256 of a text's UTF-8 bytes, in lower-case hex. */
export async function sha256(text: string): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** SHA-256 of a plain JSON value. The order of an object's keys does not count, nor do keys without a value. */
export function contentHash(value: unknown): Promise<string> {
	return sha256(canonical(value));
}
