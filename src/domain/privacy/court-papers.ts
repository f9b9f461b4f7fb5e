import { redact } from "#domain/privacy/redact.ts";

/** Phrases that stand in papers of a family court, and hardly elsewhere. */
const PAPERS: readonly RegExp[] = [
	/\bin the family court\b|\bin the high court\b.{0,40}\bfamily division\b/i,
	/\bit is ordered that\b|\bupon (?:hearing|reading)\b.{0,60}\b(?:counsel|solicitor|advocate|applicant|respondent)/i,
	/\bthe court (?:finds|found|orders|ordered|directs|directed|is satisfied) that\b/i,
	/\b(?:interim |final )?threshold (?:document|statement|criteria (?:are|is|were|was))\b|\bschedule of (?:findings|allegations)\b|\bscott schedule\b/i,
	/\b(?:position|case|opening) statement\b.{0,40}\b(?:on behalf of|of the|dated)\b|\bskeleton argument\b|\bcourt bundle\b|\bcase management order\b/i,
	/\b(?:applicant|respondent)s? (?:mother|father|local authority|council|parent)\b|\b(?:first|second|third) respondent\b/i,
	/\b(?:his|her) honour\b|\bhhj\b|\bmr(?:s|\.)? justice\b|\bdistrict judge [A-Z]/i,
	/\bre:? [A-Z](?: and [A-Z])? ?\((?:a )?(?:child|children)\b/i,
	/\[20\d\d\] ?(?:ewfc|ewhc|ewca)\b|\b20\d\d ewfc\b/i,
	/\bstatement of truth\b|\bi make this statement\b|\bexhibit [A-Z]{1,3}\d/i,
];

/** Somebody's own case: who said or decided what, on which day. */
const DETAILS: readonly RegExp[] = [
	/\b(?:the |our |my )?(?:judge|magistrates?|court) (?:in (?:my|our|the) case )?(?:has |have )?(?:said|told (?:me|us|him|her|them)|ruled|decided that|ordered (?:me|us|him|her|them|that)|made findings)\b/i,
	/\b(?:the |my |our |cafcass )?(?:guardian|expert|psychologist|psychiatrist|barrister|assessor)(?:'s)? (?:report |analysis |statement )?(?:says|said|recommends|recommended|concludes|concluded|wrote|has written)\b/i,
	/\b(?:my|our) (?:final |next |first |fact[- ]finding |interim |issues resolution )?hearing (?:is |was )?(?:on|at) (?:the )?(?:\d|mon|tue|wed|thu|fri)/i,
	/\b(?:evidence|statements?|papers|reports?) (?:filed|lodged|served) (?:in|with|by|at)\b/i,
];

/**
 * Whether a text seems to hold court papers or details of a court case. To share those can be a contempt of court (section 12,
 * Administration of Justice Act 1960; section 97, Children Act 1989), so it leaves this service in no form.
 */
export function holdsCourtPapers(text: string): boolean {
	if ([...PAPERS, ...DETAILS].some((pattern) => pattern.test(text))) return true;
	return (
		/\b(?:court|hearing|judge|proceedings|case)\b/i.test(text) && redact(text, new Set()).types.includes("case_number")
	);
}
