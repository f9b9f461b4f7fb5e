import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { FIRST_FLOW } from "#domain/conversation/advance.ts";
import { choiceId } from "#domain/conversation/choice-id.ts";
import { everyWalk, type Walk } from "#domain/conversation/every-walk.ts";
import { NOT_SURE } from "#domain/conversation/flow.ts";
import { Stage } from "#domain/conversation/stage.ts";
import type { TurnInput, TurnView } from "#domain/conversation/turn.ts";
import type { Dependencies } from "#ports.ts";
import { takeTurn } from "#services/take-turn.ts";
import { migratedDatabase, type TestDatabase } from "#tests/support/database.ts";
import { fixedClock } from "#tests/support/test-app.ts";

/** Two worlds: a council with all its routes, and one that only a database knows, which is gone. */
const worlds = ["a known council", "no database"] as const;
type World = (typeof worlds)[number];
const AREA: Readonly<Record<World, string>> = { "a known council": "demo", "no database": "elsewhere" };

let database: TestDatabase;
let deps: Readonly<Record<World, Dependencies>>;
let walks: readonly Walk[];
beforeAll(async () => {
	database = await migratedDatabase();
	const clock = fixedClock();
	deps = {
		"a known council": createDependencies({ url: database.url }, { clock }),
		"no database": createDependencies({ url: "file:/nowhere/at/all.db" }, { clock }),
	};
	walks = [...everyWalk(deps["a known council"].content.flows, FIRST_FLOW)];
});
afterAll(() => database.close());

async function turn(world: World, input: TurnInput, state?: string): Promise<TurnView> {
	return takeTurn(deps[world], { area: AREA[world], input, ...(state === undefined ? {} : { state }) });
}
const choose = (view: TurnView, id: string, world: World = "a known council") =>
	turn(world, { kind: "choice", id }, view.state);
const option = (view: TurnView, id: string, world?: World) => choose(view, choiceId("option", id), world);
const say = (view: TurnView, text: string) => turn("a known council", { kind: "text", text }, view.state);

/** The view at the end of a walk, one turn for each option. */
async function walked(chosen: readonly string[], world: World = "a known council"): Promise<TurnView> {
	let view = await turn(world, { kind: "start" });
	for (const id of chosen) view = await option(view, id, world);
	return view;
}

const keyOf = (chosen: readonly string[]) => chosen.join(" > ");

/** What any place on a path owes a person: a worker and someone independent to reach, and a way to begin again. */
function peopleMissing(view: TurnView): readonly string[] {
	const reachable = (route: { phone?: string | undefined; url?: string | undefined }) =>
		Boolean(route.phone ?? route.url);
	return [
		...(view.routes.human.some(reachable) ? [] : ["no human route"]),
		...(view.routes.advocacy.some(reachable) ? [] : ["no advocacy route"]),
		...(view.routes.helplines.some(({ id }) => id === "999") ? [] : ["no 999"]),
		...(view.controls.some(({ id }) => id === "restart") ? [] : ["no way to start again"]),
	];
}

function questionFaults({ chosen, node }: Walk, view: TurnView): readonly string[] {
	if (!("ask" in node)) return [];
	const offered = view.choices.map(({ id }) => id);
	return [
		...(view.answer?.kind === "step" && view.answer.title === node.ask ? [] : ["does not ask its question"]),
		...(node.options.every(({ id }) => offered.includes(choiceId("option", id))) ? [] : ["hides an option"]),
		...(offered.includes(choiceId("option", NOT_SURE)) ? [] : ["has no way for who is not sure"]),
		...(chosen.length === 0 || view.controls.some(({ id }) => id === "back") ? [] : ["has no way back"]),
	];
}

function outcomeFaults({ chosen, node }: Walk, view: TurnView): readonly string[] {
	if ("ask" in node) return [];
	const { answer, stage, urgent } = node.outcome;
	const headings = view.also?.blocks.filter(({ kind }) => kind === "heading").length;
	return [
		...(chosen.length <= 6 ? [] : ["asks more than six questions"]),
		...(view.answer?.kind === "answer" && view.answer.blocks.length > 1 ? [] : ["ends without an answer"]),
		...(view.answer?.id === (answer ?? `stage-${stage}`) ? [] : [`shows ${view.answer?.id}`]),
		...(view.answer?.sources.length ? [] : ["names no source"]),
		...(!stage || (view.also?.id === `eight-questions-${stage}` && headings === 8)
			? []
			: ["lacks the eight questions"]),
		...(!urgent || view.urgent?.routes.some(({ id }) => id === "999") ? [] : ["does not go straight to people"]),
	];
}

describe.each(worlds)("with %s, every path of every flow", (world) => {
	test("ends at an outcome with an answer, a human route and an advocacy route", { timeout: 60_000 }, async () => {
		const views = new Map<string, TurnView>();
		const faults: string[] = [];
		for (const walk of walks) {
			const before = views.get(keyOf(walk.chosen.slice(0, -1)));
			const last = walk.chosen.at(-1);
			const view = before && last ? await option(before, last, world) : await turn(world, { kind: "start" });
			views.set(keyOf(walk.chosen), view);
			for (const fault of [...peopleMissing(view), ...questionFaults(walk, view), ...outcomeFaults(walk, view)])
				faults.push(`${keyOf(walk.chosen)}: ${fault}`);
		}
		expect(faults).toEqual([]);
		expect(walks.filter(({ node }) => "outcome" in node).length).toBeGreaterThan(500);
	});
});

test("saying only that one is not sure ends at an answer with people, whoever asks", async () => {
	for (const who of ["parent", "young-person", "family", "professional", NOT_SURE]) {
		let view = await walked([who]);
		for (let step = 0; step < 6 && view.answer?.kind === "step"; step += 1) view = await option(view, NOT_SURE);
		expect(view.answer?.kind).toBe("answer");
		expect(peopleMissing(view)).toEqual([]);
	}
});

test("going back, step by step, shows each question again as it was", async () => {
	const longest = walks.reduce((a, b) => (b.chosen.length > a.chosen.length ? b : a));
	const forward: (string | undefined)[] = [];
	let view = await turn("a known council", { kind: "start" });
	for (const id of longest.chosen) {
		forward.push(view.answer?.title);
		view = await option(view, id);
	}
	for (const title of forward.reverse()) {
		view = await choose(view, "back");
		expect(view.answer?.title).toBe(title);
	}
	expect(view.controls.map(({ id }) => id)).not.toContain("back");
});

test("starting again asks the first question, from anywhere", async () => {
	const first = await turn("a known council", { kind: "start" });
	for (const { chosen } of walks.filter((_, index) => index % 40 === 0)) {
		const again = await choose(await walked(chosen), "restart");
		expect(again.answer).toEqual(first.answer);
		expect(again.choices).toEqual(first.choices);
	}
});

const ASIDES: readonly { readonly name: string; readonly input: TurnInput; readonly urgent?: true }[] = [
	{ name: "a question", input: { kind: "text", text: "what happens at a child protection conference" } },
	{ name: "a question about nothing here", input: { kind: "text", text: "how do i renew my passport" } },
	{ name: "no words at all", input: { kind: "text", text: "🙂🙂" } },
	{ name: "a disclosure", input: { kind: "text", text: "my dad hits me with a belt" }, urgent: true },
	{ name: "a postcode", input: { kind: "postcode", postcode: "ZZ1 1AA" } },
	{ name: "a date and what happened", input: { kind: "date", date: "2026-11-02", event: "strategy_discussion" } },
];

describe.each(ASIDES)("$name, at any question", ({ input, urgent }) => {
	test("is answered, while the question waits and the walk goes on from there", async () => {
		const questions = new Map(
			walks.filter(({ node }) => "ask" in node).map((walk) => [`${walk.flow}/${walk.node.id}`, walk]),
		);
		for (const { chosen, node } of questions.values()) {
			if (!("ask" in node)) continue;
			const asked = await turn("a known council", input, (await walked(chosen)).state);
			expect(asked.answer).not.toBeNull();
			expect(asked.answer?.title).not.toBe(node.ask);
			expect(asked.waiting?.title).toBe(node.ask);
			expect(asked.urgent !== null).toBe(urgent === true);
			expect(peopleMissing(asked)).toEqual([]);
			const offered = asked.choices.map(({ id }) => id);
			expect(offered).toEqual(expect.arrayContaining(node.options.map(({ id }) => choiceId("option", id))));
			const onward = await option(asked, NOT_SURE);
			expect(onward.answer?.id).toBe((await walked([...chosen, NOT_SURE])).answer?.id);
			expect((await choose(asked, "back")).answer?.title).toBe(node.ask);
		}
	});
});

test.each([
	["a date without what happened", { kind: "date", date: "2026-11-02" }, /^event:/],
	["a postcode we do not know, with no area yet", { kind: "postcode", postcode: "ZZ99 9ZZ" }, /^area:/],
] as const)(
	"%s brings a question of the guide's own, and back leads to the one that waits",
	async (_name, input, offered) => {
		let view = await takeTurn(deps["a known council"], { input: { kind: "start" } });
		view = await takeTurn(deps["a known council"], {
			state: view.state,
			input: { kind: "choice", id: "option:parent" },
		});
		const asked = await takeTurn(deps["a known council"], { state: view.state, input });
		expect(asked.waiting).toBeNull();
		expect(asked.choices.length).toBeGreaterThan(0);
		for (const { id } of asked.choices) expect(id).toMatch(offered);
		const back = await takeTurn(deps["a known council"], { state: asked.state, input: { kind: "choice", id: "back" } });
		expect(back.answer).toEqual(view.answer);
		expect(back.choices).toEqual(view.choices);
	},
);

test("a question asked at an outcome is answered, and back leads to the outcome", async () => {
	const outcome = await walked(["parent", "stage", "enquiry", "begun"]);
	const asked = await say(outcome, "can i get a free solicitor");
	expect(asked.answer?.id).not.toBe(outcome.answer?.id);
	const back = await choose(asked, "back");
	expect(back.answer).toEqual(outcome.answer);
	expect(back.also).toEqual(outcome.also);
});

describe("straight to people", () => {
	test.each([
		[["hurt"], "someone who has not said who they are", "childline"],
		[["parent", "hurt"], "a parent", "nspcc"],
		[["young-person", "hurt"], "a young person", "childline"],
		[["young-person", "low"], "a young person who feels very low", "papyrus"],
		[["young-person", "care", "nowhere"], "a young person with nowhere safe", "runaway-helpline"],
		[["family", "hurt"], "a relative", "nspcc"],
		[["professional", "hurt"], "someone who works with families", "nspcc"],
		[["parent", "want-help", "home", "afraid"], "a parent who is afraid", "domestic-abuse-helpline"],
		[["parent", "want-help", "low"], "a parent who feels very low", "samaritans"],
		[["parent", "want-help", "home", "own-anger"], "a parent afraid of what they may do", "nspcc"],
	] as const)("%j: %s sees the card first, with the right helpline", async (chosen, _who, helpline) => {
		const view = await walked(chosen);
		expect(view.urgent?.routes.map(({ id }) => id)).toEqual(expect.arrayContaining([helpline, "999"]));
		expect(view.answer?.kind).toBe("answer");
	});

	test("the card that a path brings can be made small, stays, and opens when told anew", async () => {
		const card = await walked(["young-person", "hurt"]);
		const small = await choose(card, "shrink");
		expect(small.urgent?.shrunk).toBe(true);
		const back = await choose(small, "back");
		expect(back.urgent?.shrunk).toBe(true);
		expect((await option(back, "hurt")).urgent?.shrunk).toBe(false);
	});
});

describe.each(["parent", "young-person"])("at each stage, for the reader %s", (who) => {
	const reader = who === "parent" ? "parent" : "young_person";

	test.each(Stage.options)(
		"%s: the eight questions are those of the reader, and each part of the page can be read",
		async (stage) => {
			const walk = walks.find(
				({ chosen, node }) => chosen[0] === who && "outcome" in node && node.outcome.stage === stage,
			);
			const outcome = await walked(walk?.chosen ?? []);
			const { content } = deps["a known council"];
			expect(outcome.also?.blocks).toEqual(content.eightQuestions(stage, reader)?.blocks);
			expect(outcome.also?.sources.length).toBeGreaterThan(0);
			const page = content.stage(stage, reader);
			for (const { id, sections } of content.words.stage_parts.parts) {
				const part = await choose(outcome, choiceId("part", id));
				expect(part.answer?.title).toBe(page?.title);
				const [first, second] = part.answer?.blocks ?? [];
				expect(first?.kind === "heading" && sections.includes(first.text)).toBe(true);
				expect(second).toBeDefined();
				expect(peopleMissing(part)).toEqual([]);
				expect((await choose(part, "back")).answer).toEqual(outcome.answer);
			}
		},
	);
});

test("whoever comes by a face of their own starts at their own first question", async () => {
	for (const audience of ["parent", "young_person", "family", "professional"] as const) {
		const view = await takeTurn(deps["a known council"], { audience, input: { kind: "start" } });
		const door = audience === "young_person" ? "young-person" : audience;
		expect(view.answer?.title).toBe((await walked([door])).answer?.title);
		expect(view.choices).toEqual((await walked([door])).choices);
	}
});

test("past its review date a stage says so in place of its words, and still shows people", async () => {
	const later = { ...deps["a known council"], clock: fixedClock(new Date("2027-08-01T10:00:00Z")) };
	let view = await takeTurn(later, { area: "demo", input: { kind: "start" } });
	for (const id of ["parent", "stage", "worry"])
		view = await takeTurn(later, { state: view.state, input: { kind: "choice", id: choiceId("option", id) } });
	const stub = later.content.words.conversation.expired.body;
	for (const shown of [view.answer, view.also])
		expect(shown?.blocks).toEqual([{ kind: "paragraph", content: [{ text: stub }] }]);
	expect(peopleMissing(view)).toEqual([]);
});
