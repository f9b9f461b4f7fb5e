import type { Mended } from "#domain/directory/import/values/mended.ts";
import type { ServiceStatus } from "#domain/directory/service.ts";

type Status = (typeof ServiceStatus)["_output"];

const WORDS: readonly (readonly [Status, RegExp])[] = [
	["temporarily closed", /^(?:temporarily|temporary|paused|suspended)\b/],
	["active", /^(?:active|live|published|publish|open|current|enabled|approved|true|yes|1|running|verified)$/],
	[
		"inactive",
		/^(?:inactive|draft|pending|unpublished|hidden|disabled|false|no|0|private|not active|unapproved|in review)$/,
	],
	["defunct", /^(?:defunct|closed|permanently closed|deleted|archived|ended|removed|ceased|expired|discontinued)$/],
];

/** One of the four states of Open Referral UK. A word we do not know hides the service, and is reported. */
export function mendStatus(text: string): Mended<Status> {
	const plain = text.toLowerCase().replace(/[_-]+/g, " ").trim();
	const value = WORDS.find(([, words]) => words.test(plain))?.[0];
	if (value === undefined) return { value: "inactive", rule: "unknown status: hidden until somebody says" };
	return value === text ? { value } : { value, rule: "status mended" };
}
