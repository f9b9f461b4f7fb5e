import type { Content } from "#content/content.ts";
import type { Fact } from "#content/schema.ts";
import type { RouteSource } from "#domain/conversation/route.ts";

/**
 * What a person should check before families use the guide, as the Markdown of `docs/verify-before-launch.md`: time limits
 * from earlier rules first, then law that may not have started, facts we are less sure of, texts nobody read again, helplines.
 */
export function verifyList(content: Content): string {
	const { facts, helplines, answers } = content;
	const of = (kind: NonNullable<Fact["unverified"]>) => facts.filter(({ unverified }) => unverified === kind);
	const unsure = facts.filter(({ confidence, unverified }) => confidence !== "high" || unverified === "general");
	const guidance = facts.filter(({ source, unverified }) => source.title === NEWEST_RULES && unverified === undefined);
	const task = (fact: Fact) => factTask(content, fact);
	const lines = [
		"# To verify before launch",
		"",
		"Made by `npm run verify-list` from `content/`; a test holds it up to date, so change the content, not this page. Tick each line when a person has checked it, then mend the fact or helpline and run the command again.",
		"",
		`**No practitioner, lawyer, parent or young person has reviewed the ${answers.length} answers yet.** That review comes on top of this list.`,
		"",
		...section(
			"Time limits carried from earlier rules",
			"Each is from the 2018 and 2023 editions of Working Together. Compare it with the full text of the 2026 edition.",
			of("time_limit"),
			task,
		),
		...section(
			"Law and duties that may not have started",
			"Find out if each has started. Until then the content says that it may not have.",
			of("start"),
			task,
		),
		...section(
			"Facts we are less sure of",
			"Medium or low confidence, or general knowledge without a source that was read.",
			[...unsure].sort(leastSureFirst),
			task,
		),
		...section(
			"Law and guidance cited but not read again",
			"Settled, and cited by section. Read each once beside what we say.",
			of("text"),
			task,
		),
		...section(
			"Guidance known from summaries",
			"The 2026 edition of Working Together could not be read in full. These rest on it and on summaries.",
			guidance,
			task,
		),
		...section(
			"Helplines",
			"Nobody has rung these. Check the number, the hours and who it is for.",
			[...helplines].sort(leastSureRouteFirst),
			routeTask,
		),
		...section(
			"Pages on other nations",
			"Written to point elsewhere; the law there was not checked.",
			["scotland", "wales", "northern-ireland", "not-in-england"],
			(id) => `- [ ] \`content/pages/${id}.md\``,
		),
	];
	return `${lines.join("\n").trimEnd()}\n`;
}

function section<T>(title: string, why: string, items: readonly T[], line: (item: T) => string): readonly string[] {
	if (items.length === 0) return [];
	return [`## ${title} (${items.length})`, "", why, "", ...items.map(line), ""];
}

function factTask(content: Content, fact: Fact): string {
	const used = [
		...content.answers.filter(({ facts }) => facts.includes(fact.id)).map(({ id }) => id),
		...content.stages
			.filter(({ facts }) => facts.includes(fact.id))
			.map(({ id, audience }) => `stage ${id} (${audience === "parent" ? "parents" : "young people"})`),
		...content.pages.filter(({ facts }) => facts?.includes(fact.id)).map(({ id }) => `page ${id}`),
	];
	const source = fact.source.url ? `[${fact.source.title}](${fact.source.url})` : fact.source.title;
	const sure = fact.confidence === "high" ? "" : ` Confidence: ${fact.confidence}.`;
	const note = fact.note ? ` Note: ${fact.note}${/[.!?]$/.test(fact.note) ? "" : "."}` : "";
	const rests = used.length > 0 ? ` Rests on it: ${used.join(", ")}.` : " Nothing rests on it yet.";
	return `- [ ] **${fact.id}** (${fact.strength}) ${fact.says} Source: ${source}.${sure}${note}${rests}`;
}

function routeTask(route: RouteSource): string {
	const { number = "low", hours = "low" } = route.confidence ?? {};
	const ways = [route.phone, route.text, route.url].filter((way) => way !== undefined).join(", ");
	return `- [ ] **${route.name}** (${ways}): ${route.hours_text}. Sure of the number: ${number}; of the hours: ${hours}. ${route.verify ?? "Confirm all of it"}.`;
}

const SURE = ["low", "medium", "high"] as const;

function leastSureFirst(a: Fact, b: Fact): number {
	return SURE.indexOf(a.confidence) - SURE.indexOf(b.confidence);
}

function leastSureRouteFirst(a: RouteSource, b: RouteSource): number {
	return sureness(a) - sureness(b);
}

function sureness({ confidence }: RouteSource): number {
	return confidence ? SURE.indexOf(confidence.number) * SURE.length + SURE.indexOf(confidence.hours) : 0;
}

const NEWEST_RULES = "Working Together to Safeguard Children 2026";
