import { sha1 } from "#domain/directory/import/sha1.ts";

/** Ours, chosen once. Changing it would rename every record that came without a proper id. */
const NAMESPACE = "8c0b6e0e-6d1f-4c3e-9a55-2b1f7c0a4d61";
const RFC_9562 = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const UUID_SHAPED = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const encoder = new TextEncoder();

/** True for an id that every strict reader takes: RFC 9562 version and variant, not nil. */
export function isUuid(text: string): boolean {
	return RFC_9562.test(text);
}

/** True for what looks like a UUID, proper or not: such an id is unique everywhere, a short one only in its feed. */
export function looksLikeUuid(text: string): boolean {
	return UUID_SHAPED.test(text);
}

const namespaceBytes = Uint8Array.from(NAMESPACE.replaceAll("-", "").match(/../g) ?? [], (pair) =>
	Number.parseInt(pair, 16),
);

/** A UUID version 5 (RFC 9562, section 5.5) that is the same for the same parts, on every machine and every day. */
export function stableId(...parts: readonly string[]): string {
	return nameBasedUuid(namespaceBytes, JSON.stringify(parts));
}

/** UUID version 5 of a name within a namespace of 16 bytes. */
export function nameBasedUuid(namespace: Uint8Array, name: string): string {
	const text = encoder.encode(name);
	const message = new Uint8Array(namespace.length + text.length);
	message.set(namespace);
	message.set(text, namespace.length);
	const bytes = sha1(message).slice(0, 16);
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** The same text for the same content, whatever the order of its keys; what is unset does not count. */
export function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
	if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
	const entries = Object.entries(value).filter(([, held]) => held !== undefined);
	entries.sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(",")}}`;
}
