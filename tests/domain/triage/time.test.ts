import { expect, test } from "vitest";
import { triage } from "#domain/triage/triage.ts";

/** The quickest of a few tries, in milliseconds of the processor's time: other work on the machine does not count. */
function quickest(text: string): number {
	const times = Array.from({ length: 6 }, () => {
		const from = process.cpuUsage();
		triage(text);
		const { user, system } = process.cpuUsage(from);
		return (user + system) / 1000;
	});
	return Math.min(...times);
}

/** Room for slow and busy machines. */
const BUSY = 3;

test("a message of ordinary length takes less than a millisecond", () => {
	const message =
		"so basically my mums boyfriend came round again last night and he was shouting and i dont know who to tell ";
	quickest(message.repeat(3));
	expect(quickest(message.repeat(3))).toBeLessThan(1);
});

/** 50,000 letters in words of `length`, none like the other. */
function jumble(length: number): string {
	return Array.from({ length: 50_000 }, (_, at) => {
		const letter = "mydaeithso"[(at * 7919 + Math.floor(at / length) * 104_729) % 10] ?? "m";
		return at % length === 0 ? ` ${letter}` : letter;
	}).join("");
}

test.each([
	["one word again and again", "hit ".repeat(25_000)],
	["a whole pattern again and again", "he hit me ".repeat(10_000)],
	["one unbroken word", "a".repeat(100_000)],
	["a letter a line", "a\n".repeat(50_000)],
	["signs that look like addresses", "a@".repeat(50_000)],
	["accents on one letter", `a${"\u0301".repeat(99_999)}`],
	["spelt-out letters", "k m s ".repeat(16_600)],
	["apostrophes", "'".repeat(100_000)],
	["letters that may be several words run together", jumble(60)],
	["letters with dots between them", [...jumble(9)].join(".").replaceAll(". .", " ")],
	["turns of speech", "he but also she but ".repeat(5_000)],
	["words that every pattern begins with", "he my dad not hit me now kill baby took pills ".repeat(2_200)],
])("100,000 hostile characters take less than 50 ms: %s", (_name, text) => {
	expect(quickest(text)).toBeLessThan(50 * BUSY);
});

test("twice the text takes about twice the time, not four times", () => {
	const words = (count: number) => Array.from({ length: count }, (_, at) => `word${(at * 7919) % 10_007}`).join(" ");
	quickest(words(2_000));
	expect(quickest(words(16_000))).toBeLessThan(quickest(words(4_000)) * 8 + 5);
});
