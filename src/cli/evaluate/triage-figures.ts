import { wilson } from "#cli/evaluate/wilson.ts";
import type { Example } from "#cli/triage-training/examples.ts";
import type { Level, Reason, Urgency } from "#domain/triage/urgency.ts";

/** A labelled message and what was said of it. */
export type Judgement = { readonly example: Example; readonly urgency: Urgency };

/** How many of how many. */
export type Count = { readonly hits: number; readonly of: number };

export type Figures = {
	/** Emergencies that get any urgent route. */
	readonly emergency_routed: Count;
	/** Emergencies that get 999 first. */
	readonly emergency_first: Count;
	readonly urgent_routed: Count;
	/** Plain statements of either that get a route. */
	readonly plain_routed: Count;
	/** Urgent messages that get 999 first: not wrong, but more than was asked. */
	readonly urgent_first: Count;
	readonly concern_alarmed: Count;
	readonly hard_alarmed: Count;
	readonly none_alarmed: Count;
	/** Questions that get the quiet card beside the answer. */
	readonly none_quiet_card: Count;
	readonly reason_right: Count;
};

const LEVELS: readonly Level[] = ["emergency", "urgent", "concern", "none"];

function isAlarm({ urgency }: Judgement): boolean {
	return urgency.level === "emergency" || urgency.level === "urgent";
}

/** The figures that the labelled messages give. */
export function figuresOf(judged: readonly Judgement[]): Figures {
	function count(among: (judgement: Judgement) => boolean, hit: (judgement: Judgement) => boolean): Count {
		const chosen = judged.filter(among);
		return { hits: chosen.filter(hit).length, of: chosen.length };
	}
	const at = (level: Level) => (judgement: Judgement) => judgement.example.level === level;
	const first = ({ urgency }: Judgement) => urgency.level === "emergency";
	const danger = ({ example }: Judgement) => example.level === "emergency" || example.level === "urgent";
	return {
		emergency_routed: count(at("emergency"), isAlarm),
		emergency_first: count(at("emergency"), first),
		urgent_routed: count(at("urgent"), isAlarm),
		plain_routed: count((judgement) => judgement.example.plain && danger(judgement), isAlarm),
		urgent_first: count(at("urgent"), first),
		concern_alarmed: count(at("concern"), isAlarm),
		hard_alarmed: count(({ example }) => example.hard, isAlarm),
		none_alarmed: count(at("none"), isAlarm),
		none_quiet_card: count(at("none"), ({ urgency }) => urgency.level === "concern"),
		reason_right: count(
			(judgement) => danger(judgement) && isAlarm(judgement),
			({ example, urgency }) => example.reason === urgency.reason,
		),
	};
}

/** The figures as a Markdown table, with 95 % intervals. */
export function figuresTable(judged: readonly Judgement[]): string {
	const rows = Object.entries(figuresOf(judged)).filter(([, count]) => count.of > 0);
	return [
		"| figure | hits | of | rate [95 % interval] |",
		"|---|---|---|---|",
		...rows.map(([name, { hits, of }]) => `| ${name.replaceAll("_", " ")} | ${hits} | ${of} | ${wilson(hits, of)} |`),
	].join("\n");
}

/** What was said (across) of each level (down). */
export function confusionTable(judged: readonly Judgement[]): string {
	return [
		`| labelled | ${LEVELS.join(" | ")} |`,
		`|---|${LEVELS.map(() => "---|").join("")}`,
		...LEVELS.map((level) => {
			const row = judged.filter(({ example }) => example.level === level);
			const cells = LEVELS.map((said) => row.filter(({ urgency }) => urgency.level === said).length);
			return `| ${level} | ${cells.join(" | ")} |`;
		}),
	].join("\n");
}

/** For each reason: danger that got a route, and how often the reason was the one labelled. */
export function reasonsTable(judged: readonly Judgement[]): string {
	const danger = judged.filter(({ example: { level } }) => level === "emergency" || level === "urgent");
	const names = [...new Set(danger.map(({ example }) => example.reason))].sort();
	return [
		"| reason | messages | got a route | reason as labelled |",
		"|---|---|---|---|",
		...names.map((name: Reason) => {
			const here = danger.filter(({ example }) => example.reason === name);
			const routed = here.filter(isAlarm);
			const right = routed.filter(({ urgency }) => urgency.reason === name).length;
			return `| ${name} | ${here.length} | ${wilson(routed.length, here.length)} | ${wilson(right, routed.length)} |`;
		}),
	].join("\n");
}

/** Families of messages that go wrong most, for people to look at for a general lesson. */
export function worstFamilies(judged: readonly Judgement[], count: number): string {
	const families = new Map<string, { wrong: number; of: number }>();
	for (const judgement of judged) {
		const { level, family } = judgement.example;
		const here = families.get(family) ?? { wrong: 0, of: 0 };
		here.of += 1;
		if ((level === "emergency" || level === "urgent") !== isAlarm(judgement)) here.wrong += 1;
		families.set(family, here);
	}
	return [...families]
		.filter(([, { of }]) => of >= 3)
		.sort(([one, a], [other, b]) => b.wrong / b.of - a.wrong / a.of || b.of - a.of || one.localeCompare(other))
		.slice(0, count)
		.map(([family, { wrong, of }]) => `- ${family}: ${wrong} of ${of}`)
		.join("\n");
}
