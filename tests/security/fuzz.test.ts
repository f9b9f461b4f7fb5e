import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { hostileFields, hostileHeaders, hostileJson, hostileText, SCRIPTS } from "#tests/security/hostile-values.ts";
import { addressOf, type Route, wholeApp } from "#tests/security/whole-app.ts";
import { signedIn } from "#tests/support/desk.ts";

let app: Awaited<ReturnType<typeof wholeApp>>;
let manager: string;
beforeAll(async () => {
	app = await wholeApp({ production: false });
	manager = `desk=${await signedIn(app.deps, { demo: ["manager"], "*": ["platform"] })}`;
});
afterAll(() => app.close());

/** Whatever is written to the log while hostile texts arrive. */
const said: string[] = [];
beforeEach(() => {
	said.length = 0;
	for (const name of ["log", "warn", "error", "info", "debug"] as const)
		vi.spyOn(console, name).mockImplementation((...words) => void said.push(words.join(" ")));
});
afterEach(() => {
	vi.restoreAllMocks();
});

type Attack = {
	readonly path: string;
	readonly parameter: string;
	readonly query: readonly (readonly [string, string])[];
	readonly headers: Readonly<Record<string, string>>;
	readonly body: { readonly type: string; readonly text: string };
};

const attack: fc.Arbitrary<Omit<Attack, "path">> = fc.record({
	parameter: fc.oneof(hostileText, fc.constant("demo")).map((text) => text.toWellFormed().slice(0, 2000)),
	query: hostileFields,
	headers: hostileHeaders,
	body: fc.oneof(
		hostileFields.map((fields) => ({ type: "application/x-www-form-urlencoded", text: form(fields) })),
		hostileJson.map((text) => ({ type: "application/json", text })),
		hostileText.map((text) => ({ type: "multipart/form-data; boundary=x", text: `--x\r\n${text}` })),
		hostileText.map((text) => ({ type: text.replace(/[^\x20-\x7e]/g, "").slice(0, 200), text })),
	),
});

function form(fields: readonly (readonly [string, string])[]): string {
	return new URLSearchParams(fields.map(([name, text]) => [name, text])).toString();
}

async function send(
	{ method, path }: Route,
	{ parameter, query, headers, body }: Omit<Attack, "path">,
	cookie?: string,
) {
	// Half of the parameters are as they should be, so that what lies behind them is reached.
	const address = addressOf(path, (name) => (name === "area" && parameter.length % 2 === 0 ? "demo" : parameter));
	const told = { ...headers, ...(cookie ? { cookie, origin: "null", "sec-fetch-site": "same-origin" } : {}) };
	return app.request(`${address}?${form(query)}`, {
		method,
		headers: { ...told, ...(method === "GET" ? {} : { "content-type": body.type }) },
		...(method === "GET" ? {} : { body: body.text }),
	});
}

/** What must be true of every answer, whatever was asked. */
async function judge(answer: Response): Promise<string | null> {
	// The one answer that its standard asks for: another format than ours (oEmbed).
	if (answer.status >= 500 && answer.status !== 501) return `${answer.status}: ${(await answer.text()).slice(0, 200)}`;
	for (const [name, value] of answer.headers) {
		if (name === "x-injected") return "a header was injected";
		if (/[\r\n\0]/.test(value)) return `the header ${name} has a line break in it`;
	}
	const location = answer.headers.get("location");
	if (location !== null && !/^\/(?![/\\])/.test(location) && !location.startsWith("https://www.bbc.co.uk/"))
		return `leads away to ${location}`;
	const type = answer.headers.get("content-type") ?? "";
	const text = await answer.text();
	if (/^root:.*:0:0:/m.test(text)) return "a file of the machine was shown";
	if (/\bat (?:async )?[\w.<>]+ \(?(?:file:|node:|\/)/.test(text)) return "a stack was shown";
	if (!type.startsWith("text/html") && !type.startsWith("image/svg")) return null;
	const script = SCRIPTS.find((one) => text.includes(one));
	if (script) return `shows ${script} as it is`;
	return /href="\s*(?:javascript|data|vbscript):(?!,")/i.test(text) ? "has a link that runs" : null;
}

async function survive(route: Route, runs: number, cookie?: string): Promise<void> {
	await fc.assert(
		fc.asyncProperty(attack, async (one) => {
			const answer = await send(route, one, cookie);
			expect([route.method, route.path, await judge(answer)]).toEqual([route.method, route.path, null]);
		}),
		{ numRuns: runs },
	);
}

describe("hostile parameters, questions, headers and bodies", () => {
	test("break no public address, and nothing of them comes back as it was", async () => {
		const routes = app.routes.filter(({ path }) => !path.startsWith("/desk"));
		expect(routes.length).toBeGreaterThan(60);
		for (const route of routes) await survive(route, 12);
		expect(said).toEqual([]);
	}, 120_000);

	test("break no address of the desk for somebody who is let in", async () => {
		const routes = app.routes.filter(({ path }) => path.startsWith("/desk/:area"));
		expect(routes.length).toBeGreaterThan(15);
		for (const route of routes) await survive(route, 10, manager);
		expect(said).toEqual([]);
	}, 120_000);

	test("spoil no prototype", async () => {
		expect("polluted" in {}).toBe(false);
		expect(Object.keys(Object.prototype)).toEqual([]);
	});

	test("that were kept come back from no page or feed as they were", async () => {
		const script = SCRIPTS[0];
		const fields = { name: `Otter ${script}`, description: script, organization: "Otter Trust" };
		const service = {
			id: "00000000-0000-4000-8000-00000000beef",
			status: "active" as const,
			organization: { id: "00000000-0000-4000-8000-00000000cafe", name: script, description: script },
			name: fields.name,
			description: `${script} javascript:alert(7)`,
			url: "javascript:alert(7)",
			email: `${script}@example.org`,
			alert: script,
		};
		await app.deps.localEdits.create("demo", service, { by: script, at: app.deps.clock.now(), why: "edit" });
		const pages = app.routes.filter(({ method }) => method === "GET");
		for (const { path } of pages) {
			const address = addressOf(path, (name) => (name === "area" ? "demo" : service.id));
			for (const cookie of ["", manager]) {
				const answer = await app.request(address, { headers: { cookie } });
				expect([path, await judge(answer)]).toEqual([path, null]);
			}
		}
	}, 60_000);
});

test("a message of 20,000 hostile characters takes a time that grows as it does", async () => {
	const units = [
		"a",
		"a ",
		" ",
		"0",
		"0 ",
		"é",
		"<a",
		"a@",
		"a.",
		"'",
		"“",
		"-",
		"no ",
		"hit ",
		"t ",
		"\n",
		"(",
		"07",
		"://",
		"😀",
	];
	const timeOf = async (unit: string, length: number) => {
		const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
		const from = performance.now();
		const answer = await app.request("/api/v1/conversation/turns", {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ area: "demo", input: { kind: "text", text } }),
		});
		expect([unit, answer.status]).toEqual([unit, 200]);
		await answer.text();
		return performance.now() - from;
	};
	const best = async (unit: string, length: number) =>
		Math.min(await timeOf(unit, length), await timeOf(unit, length), await timeOf(unit, length));
	for (const unit of units) {
		// Square would be sixteen times as long for four times the text. A busy machine is asked again.
		let growth = 0;
		for (let tries = 0; tries < 4; tries++) {
			const long = await best(unit, 19_900);
			growth = long < 60 ? 0 : long / (await best(unit, 4975));
			if (growth < 12) break;
		}
		expect([unit, growth < 12]).toEqual([unit, true]);
	}
}, 60_000);
