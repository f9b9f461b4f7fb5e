import { fromBase64, toBase64Url } from "#domain/encoding/base64.ts";

/**
 * Seals the state of a conversation into a cookie value (AES-GCM, a fresh nonce each time), so that what lies in the
 * browser says nothing to whoever looks, and cannot be changed unseen. Context binds it to this one use.
 */
const CONTEXT = new TextEncoder().encode("fingerpost/guide/1");

export async function seal(key: CryptoKey, text: string): Promise<string> {
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const sealed = await crypto.subtle.encrypt(
		{ name: "AES-GCM", iv, additionalData: CONTEXT },
		key,
		new TextEncoder().encode(text),
	);
	return toBase64Url(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
}

/** The text that was sealed; null for a value that is damaged, foreign or sealed with another key. */
export async function unseal(key: CryptoKey, value: string): Promise<string | null> {
	try {
		const bytes = fromBase64(value);
		const opened = await crypto.subtle.decrypt(
			{ name: "AES-GCM", iv: bytes.slice(0, 12), additionalData: CONTEXT },
			key,
			bytes.slice(12),
		);
		return new TextDecoder().decode(opened);
	} catch {
		return null;
	}
}
