import type { Draft } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";
import type { RouteSource } from "#domain/conversation/route.ts";

/** "9am", "09:30", "Monday": an opening hour as words. */
const hourRe = /\b(?:\d{1,2}(?::\d{2})?\s?[ap]m|\d{1,2}:\d{2}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekends?)\b/i;
const alwaysRe = /\b24\/7\b|\b(?:day and night|all day|every day|any time|24 hours)\b/i;

/** Nothing is printed about a helpline that we are not sure of: no number, no hours, and never "day and night" for a guess. */
export function checkHelplines(draft: Draft): readonly Problem[] {
	return draft.helplines.flatMap(({ value, file, lineOf }) =>
		faultsOf(value).map(([key, message]) => ({ file, line: lineOf(key), message: `${value.name}: ${message}` })),
	);
}

function faultsOf(route: RouteSource): readonly (readonly [keyof RouteSource, string])[] {
	const { number, hours } = route.confidence ?? { number: "low", hours: "low" };
	const found: [keyof RouteSource, string][] = [];
	if (!route.confidence) found.push(["id", "Say how sure we are: confidence: { number: …, hours: … }."]);
	if (!route.verify) found.push(["id", "Say under verify what a person should check before launch."]);
	if (number === "low" && (route.phone || route.text))
		found.push(["phone", "We are not sure of the number, so do not print it."]);
	if (hours === "low" && (route.hours || hourRe.test(route.hours_text) || alwaysRe.test(route.hours_text)))
		found.push(["hours_text", 'We are not sure of the hours, so write "Check the times on their website".']);
	if (hours === "medium" && alwaysRe.test(route.hours_text) && !/check the times/i.test(route.hours_text))
		found.push(["hours_text", "We are not quite sure of these hours, so ask people to check the times."]);
	if (route.hours === "always" && !alwaysRe.test(route.hours_text))
		found.push(["hours_text", "The hours say always; the words should too."]);
	return found;
}
