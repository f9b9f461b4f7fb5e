/** How long a provider may take. */
const PATIENCE_MS = 10_000;
/** No provider's answer is nearly this long. */
const LARGEST_BYTES = 512 * 1024;

export type JsonAnswer =
	| { readonly kind: "json"; readonly status: number; readonly body: Readonly<Record<string, unknown>> }
	| { readonly kind: "away"; readonly detail: string };

/** Asks a provider for a JSON object. Follows no redirect; anything else than an object is "away". */
export async function fetchJson(address: string, init: RequestInit = {}): Promise<JsonAnswer> {
	try {
		const response = await fetch(address, {
			...init,
			redirect: "manual",
			signal: AbortSignal.timeout(PATIENCE_MS),
			headers: { accept: "application/json", ...init.headers },
		});
		const text = await boundedText(response);
		const body: unknown = text === null ? null : JSON.parse(text);
		if (!isRecord(body)) return { kind: "away", detail: `${address} answered ${response.status} and no JSON object` };
		return { kind: "json", status: response.status, body };
	} catch (error) {
		return { kind: "away", detail: `${address}: ${error instanceof Error ? error.message : String(error)}` };
	}
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Null where there is more of it than anybody sends. */
async function boundedText(response: Response): Promise<string | null> {
	const parts: Uint8Array[] = [];
	let size = 0;
	for (const reader = response.body?.getReader(); reader; ) {
		const { done, value } = await reader.read();
		if (done) break;
		size += value.byteLength;
		if (size > LARGEST_BYTES) {
			await reader.cancel();
			return null;
		}
		parts.push(value);
	}
	return new TextDecoder().decode(await new Blob(parts.map((part) => new Uint8Array(part))).arrayBuffer());
}
