/** A message of 20,000 characters, each of them escaped to 9 bytes, and the rest of the form. */
const LARGEST_BYTES = 256 * 1024;

/**
 * The fields of a posted form. Beyond the largest size nothing more is read, but what was read is answered:
 * a message that is too long may still be a cry for help. A body that is no form gives no fields.
 */
export async function readForm(request: Request): Promise<ReadonlyMap<string, string>> {
	const body = await firstBytes(request);
	const type = request.headers.get("content-type") ?? "";
	const fields = type.startsWith("multipart/form-data")
		? await new Response(body, { headers: { "content-type": type } }).formData().catch(() => new FormData())
		: new URLSearchParams(new TextDecoder().decode(body));
	return new Map([...fields].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : [])));
}

async function firstBytes(request: Request): Promise<Uint8Array<ArrayBuffer>> {
	const parts: Uint8Array[] = [];
	let size = 0;
	const reader = request.body?.getReader();
	while (reader && size < LARGEST_BYTES) {
		const { done, value } = await reader.read();
		if (done) break;
		parts.push(value);
		size += value.byteLength;
	}
	await reader?.cancel();
	const whole = new Uint8Array(size);
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.byteLength;
	}
	return whole.slice(0, LARGEST_BYTES);
}
