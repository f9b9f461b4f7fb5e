import { fromBase64, toBase64 } from "#domain/encoding/base64.ts";

const NONCE_BYTES = 12;

/** AES-GCM with a fresh nonce in front; `place` is bound to it, so that it opens nowhere else. Base64. */
export async function putInBox(
	key: CryptoKey,
	place: readonly string[],
	bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
	const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
	const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bound(place) }, key, bytes);
	return toBase64(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
}

/** What was put in; null where the box is damaged, of another place or another key. */
export async function takeFromBox(
	key: CryptoKey,
	place: readonly string[],
	box: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
	try {
		const bytes = fromBase64(box);
		const iv = bytes.slice(0, NONCE_BYTES);
		const by = { name: "AES-GCM", iv, additionalData: bound(place) };
		return new Uint8Array(await crypto.subtle.decrypt(by, key, bytes.slice(NONCE_BYTES)));
	} catch {
		return null;
	}
}

function bound(place: readonly string[]): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(JSON.stringify(place));
}
