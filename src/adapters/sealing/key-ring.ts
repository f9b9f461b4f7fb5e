import { fromBase64 } from "#domain/encoding/base64.ts";

/** What one key of the environment is used for: each use has a key of its own, derived from it (HKDF, RFC 5869). */
export type RootKey = {
	readonly id: string;
	readonly wrap: CryptoKey;
	readonly derive: CryptoKey;
	readonly stamp: CryptoKey;
};

/** The keys of CALL_BACK_KEYS, the newest first. */
export async function readKeyRing(text: string): Promise<readonly RootKey[]> {
	return Promise.all(
		text.split(",").map(async (part) => {
			const [id = "", secret = ""] = part.trim().split(":");
			const bytes = fromBase64(secret);
			if (bytes.length !== 32) throw new Error(`The key ${id} of CALL_BACK_KEYS is not 32 bytes in base64.`);
			return {
				id,
				wrap: await sealingKey(bytes, "fingerpost wrap"),
				derive: await markingKey(bytes, "fingerpost derive"),
				stamp: await markingKey(bytes, "fingerpost stamp"),
			};
		}),
	);
}

export async function sealingKey(secret: Uint8Array<ArrayBuffer>, use: string): Promise<CryptoKey> {
	return derived(secret, use, { name: "AES-GCM", length: 256 }, ["encrypt", "decrypt"]);
}

export async function markingKey(secret: Uint8Array<ArrayBuffer>, use: string): Promise<CryptoKey> {
	return derived(secret, use, { name: "HMAC", hash: "SHA-256", length: 256 }, ["sign"]);
}

async function derived(
	secret: Uint8Array<ArrayBuffer>,
	use: string,
	algorithm: AesKeyAlgorithm | HmacImportParams,
	usages: readonly KeyUsage[],
): Promise<CryptoKey> {
	const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
	const info = new TextEncoder().encode(use);
	const by = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info };
	return crypto.subtle.deriveKey(by, base, algorithm, false, [...usages]);
}
