import { expect, test } from "vitest";
import { everyRecord, ndjson } from "#api/oruk/ndjson.ts";

test("lines are sent while the rest is still to be read, and reading stops when nobody listens", async () => {
	let read = 0;
	let stopped = false;
	async function* records() {
		try {
			for (; read < 1000; read++) yield { id: read, text: "x".repeat(10_000) };
		} finally {
			stopped = true;
		}
	}
	const reader = (await ndjson(records())).body?.getReader();
	const chunk = await reader?.read();
	expect(chunk?.value?.length).toBeGreaterThan(10_000);
	expect(read).toBeLessThan(50);
	await reader?.cancel();
	expect(stopped).toBe(true);
});

test("what cannot be read from the start is told before the answer begins", async () => {
	async function* records() {
		yield await Promise.reject(new Error("out of reach"));
	}
	await expect(ndjson(records())).rejects.toThrow("out of reach");
});

test("every page of a list is read once", async () => {
	const all: number[] = [];
	const list = async (page: number) => ({
		totalItems: 5,
		page,
		perPage: 2,
		items: [1, 2, 3, 4, 5].slice(page * 2 - 2, page * 2),
	});
	for await (const item of everyRecord(list)) all.push(item);
	expect(all).toEqual([1, 2, 3, 4, 5]);
});
