import type { BankHolidays } from "#ports/bank-holidays.ts";

const PATIENCE_MS = 15_000;
/** The whole of the United Kingdom's list is 30 kB. */
const MOST_BYTES = 500_000;

/** Asks `address` for GOV.UK's list of bank holidays; null asks nobody. Never throws, follows no redirect, reads no more than 500 kB. */
export function createPublishedHolidays(address: string | null): BankHolidays["published"] {
	return async () => {
		if (address === null) return { kind: "off" };
		try {
			const response = await fetch(address, {
				signal: AbortSignal.timeout(PATIENCE_MS),
				redirect: "error",
				headers: { accept: "application/json" },
			});
			const text = await firstOf(response);
			return response.ok ? { kind: "list", value: JSON.parse(text) } : { kind: "unavailable" };
		} catch {
			return { kind: "unavailable" };
		}
	};
}

async function firstOf(response: Response): Promise<string> {
	const decoder = new TextDecoder();
	let text = "";
	let size = 0;
	for await (const chunk of response.body ?? []) {
		size += chunk.byteLength;
		if (size > MOST_BYTES) throw new Error("The list is far too long.");
		text += decoder.decode(chunk, { stream: true });
	}
	return text + decoder.decode();
}
