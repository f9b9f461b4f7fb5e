import { canonical } from "#domain/directory/import/stable-id.ts";
import { sha256 } from "#domain/encoding/sha256.ts";

/** SHA-256 of a plain JSON value. The order of an object's keys does not count, nor do keys without a value. */
export function contentHash(value: unknown): Promise<string> {
	return sha256(canonical(value));
}
