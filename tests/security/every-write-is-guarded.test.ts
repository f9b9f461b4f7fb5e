import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LimitKind } from "#domain/limits/limit-kinds.ts";
import { addressOf, wholeApp } from "#tests/security/whole-app.ts";

let app: Awaited<ReturnType<typeof wholeApp>>;
let tooMuch: boolean;
const asked: LimitKind[] = [];
beforeAll(async () => {
	app = await wholeApp({
		limited: async (kind) => {
			asked.push(kind);
			return tooMuch;
		},
	});
});
afterAll(() => app.close());

const READING = new Set(["GET", "HEAD", "OPTIONS"]);
const writes = () =>
	app.routes
		.filter(({ method }) => !READING.has(method))
		.map(({ method, path }) => ({ method, path: addressOf(path, (name) => (name === "area" ? "demo" : "x")) }));

const DISCLOSURE = "my dad hits me and I am scared to go home";
const FORM = { "content-type": "application/x-www-form-urlencoded" };

/** The largest body that any route takes, and a little for what a stream holds in hand. */
const LARGEST = 12 * 1024 * 1024 + 256 * 1024;

describe("every request that is no reading", () => {
	test("is counted, and refused beyond its limit with the card for what it tells", async () => {
		tooMuch = true;
		expect(writes().length).toBeGreaterThan(5);
		for (const { method, path } of writes()) {
			asked.length = 0;
			const answer = await app.request(path, {
				method,
				headers: FORM,
				body: new URLSearchParams({ text: DISCLOSURE }).toString(),
			});
			expect([method, path, answer.status]).toEqual([method, path, 429]);
			expect(asked.length).toBe(1);
			expect(await answer.text()).toMatch(/0800 1111|999/);
		}
		tooMuch = false;
	});

	test("is counted as what it does", async () => {
		const kindOf = async (path: string) => {
			asked.length = 0;
			await app.request(path, { method: "POST", headers: FORM, body: "" });
			return asked[0];
		};
		expect(await kindOf("/guide")).toBe("turn");
		expect(await kindOf("/api/v1/conversation/turns")).toBe("turn");
		expect(await kindOf("/directory/demo")).toBe("turn");
		expect(await kindOf("/api/v1/areas/demo/services")).toBe("turn");
		expect(await kindOf("/api/v1/areas/demo/services/x/reports")).toBe("write");
		expect(await kindOf("/api/v1/areas/demo/call-backs")).toBe("write");
		expect(await kindOf("/api/v1/areas/demo/call-backs/status")).toBe("status");
		expect(await kindOf("/desk/sign-in")).toBe("sign_in");
		expect(await kindOf("/nowhere/at/all")).toBe("write");
	});

	test("that says it is larger than anything we take is refused before it is read", async () => {
		for (const { method, path } of writes()) {
			const headers = { ...FORM, "content-length": String(100 * 1024 * 1024) };
			const answer = await app.request(path, { method, headers, body: `text=${DISCLOSURE}` });
			expect([method, path, answer.status]).toEqual([method, path, 413]);
			expect(await answer.text()).toMatch(/0800 1111|999/);
		}
	});

	test("that never ends is read up to a bound and answered", async () => {
		for (const { method, path } of writes()) {
			let sent = 0;
			const piece = new TextEncoder().encode("a".repeat(65_536));
			const body = new ReadableStream<Uint8Array>({
				pull(controller) {
					sent += piece.length;
					if (sent > 4 * LARGEST) controller.error(new Error("nobody stopped reading"));
					else controller.enqueue(piece);
				},
			});
			const endless = Object.assign({ method, headers: FORM, body }, { duplex: "half" });
			const answer = await app.request(path, endless);
			expect([method, path, answer.status < 500]).toEqual([method, path, true]);
			expect([method, path, sent <= LARGEST]).toEqual([method, path, true]);
		}
	}, 30_000);
});
