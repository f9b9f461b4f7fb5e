import { Agent, request } from "node:http";
import type { Random } from "#cli/bench/random.ts";

export type Answer = {
	readonly status: number;
	readonly text: string;
	readonly headers: NodeJS.Dict<string | string[]>;
};

/** Something that a person, a program or a council's site does, and what must come of it. */
export type Action = {
	readonly name: string;
	/** How often beside the others. */
	readonly weight: number;
	/** It cannot be done without the database: while that is away it must be refused kindly, with the ways to people. */
	readonly needsDatabase?: boolean;
	/** Answers what was wrong, null where all was well. */
	readonly run: (user: User) => Promise<string | null>;
};

/** One of the users: an address of its own, and the choices it makes. */
export type User = { readonly ask: Ask; readonly random: Random };
type Ask = (method: "GET" | "POST", path: string, body?: Body) => Promise<Answer>;
type Body = { readonly type: string; readonly text: string; readonly cookie?: string };

const agent = new Agent({ keepAlive: true, maxSockets: 256 });
/** Nobody waits longer, in milliseconds. */
const PATIENCE = 15_000;

/** Asks as one address of many, as a trusted proxy in front would pass it on. */
export function askAs(base: string, address: string): Ask {
	const once = (again: boolean, ...[method, path, body]: Parameters<Ask>): Promise<Answer> =>
		new Promise((resolve, reject) => {
			const headers = {
				"x-forwarded-for": address,
				"cf-connecting-ip": address,
				...(body ? { "content-type": body.type, "content-length": Buffer.byteLength(body.text), origin: base } : {}),
				...(body?.cookie ? { cookie: body.cookie } : {}),
			};
			const asked = request(`${base}${path}`, { method, agent, headers, timeout: PATIENCE }, (response) => {
				const parts: Buffer[] = [];
				response.on("data", (part: Buffer) => parts.push(part));
				response.on("error", reject);
				response.on("end", () =>
					resolve({
						status: response.statusCode ?? 0,
						text: Buffer.concat(parts).toString("utf8"),
						headers: response.headers,
					}),
				);
			});
			asked.on("timeout", () => asked.destroy(new Error("no answer in time")));
			// A kept connection that the server was just closing: a browser asks once more, and so do we.
			asked.on("error", (error) =>
				again && asked.reusedSocket && "code" in error && error.code === "ECONNRESET"
					? resolve(once(false, method, path, body))
					: reject(error),
			);
			asked.end(body?.text);
		});
	return (...asked) => once(true, ...asked);
}

const QUESTIONS = [
	"what is a section 47 enquiry",
	"conference next week what happens",
	"can i record the social worker",
	"they want me to sign section 20",
	"how long does it take",
	"who can come with me",
];
const DANGER = ["my dad hits me and i am scared", "he says he will kill us tonight", "i want to end my life"];
const SEARCHES = ["food bank", "parenting course", "autism", "someone to talk to", "holiday club", "debt"];
const PAGES = [
	"/",
	"/stages",
	"/answers",
	"/glossary",
	"/helplines",
	"/people/demo",
	"/people",
	"/directory/demo",
	"/dates",
];
const JSON_TYPE = "application/json";
const FORM_TYPE = "application/x-www-form-urlencoded";

const turn = (text: string): Body => ({
	type: JSON_TYPE,
	text: JSON.stringify({ area: "demo", input: { kind: "text", text } }),
});
const expected = (answer: Answer, status: number, holds: string) =>
	answer.status === status && answer.text.includes(holds) ? null : `${answer.status}, not ${status} with ${holds}`;

export const ACTIONS: readonly Action[] = [
	{
		name: "guide",
		weight: 30,
		run: async ({ ask, random }) =>
			expected(await ask("POST", "/api/v1/conversation/turns", turn(random.pick(QUESTIONS))), 200, '"human":[{'),
	},
	{
		name: "guide without script",
		weight: 10,
		run: async ({ ask, random }) => {
			const text = new URLSearchParams({ text: random.pick(QUESTIONS), area: "demo" }).toString();
			const posted = await ask("POST", "/guide", { type: FORM_TYPE, text });
			const cookie = String(posted.headers["set-cookie"] ?? "").split(";")[0] ?? "";
			if (posted.status !== 303 || cookie === "") return `${posted.status}, not 303 with a cookie`;
			return expected(await ask("POST", "/guide", { type: FORM_TYPE, text: "", cookie }), 303, "");
		},
	},
	{
		name: "urgent",
		weight: 10,
		run: async ({ ask, random }) =>
			expected(await ask("POST", "/api/v1/conversation/turns", turn(random.pick(DANGER))), 200, '"urgent":{"'),
	},
	{
		name: "directory",
		weight: 25,
		run: async ({ ask, random }) => {
			const query = `q=${encodeURIComponent(random.pick(SEARCHES))}&near=ZZ1+1AA`;
			return expected(await ask("GET", `/api/v1/areas/demo/services?${query}`), 200, '"facets"');
		},
	},
	{
		name: "pages",
		weight: 20,
		run: async ({ ask, random }) => expected(await ask("GET", random.pick(PAGES)), 200, "999"),
	},
	{
		name: "feed",
		weight: 4,
		needsDatabase: true,
		run: async ({ ask, random }) =>
			expected(await ask("GET", `/oruk/v3/demo/services?per_page=10&page=${1 + random.below(3)}`), 200, '"contents"'),
	},
	{
		name: "reports",
		weight: 1,
		needsDatabase: true,
		run: async ({ ask }) => {
			const found = await ask("GET", "/api/v1/areas/demo/services?per_page=1");
			const id = /"id":"([^"]+)"/.exec(found.text)?.[1] ?? "none";
			const body = { type: JSON_TYPE, text: '{"reason":"closed"}' };
			return expected(await ask("POST", `/api/v1/areas/demo/services/${id}/reports`, body), 202, "reported");
		},
	},
];
