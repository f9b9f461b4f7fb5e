import { fromBase64 } from "#domain/encoding/base64.ts";

/**
 * The key that seals the conversation's cookie, from 32 bytes in base64. Without one it is made anew:
 * conversations then end when the process does, and nothing else is lost.
 */
export function cookieKey(base64: string | undefined): Promise<CryptoKey> {
	const bytes = base64 ? fromBase64(base64) : crypto.getRandomValues(new Uint8Array(32));
	if (bytes.length !== 32)
		throw new Error("COOKIE_KEY must be 32 bytes in base64. Make one with: openssl rand -base64 32");
	return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
}
