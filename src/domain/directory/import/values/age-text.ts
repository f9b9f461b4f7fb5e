import type { Ages } from "#domain/directory/import/values/age.ts";

const AGE = "(\\d{1,3}(?:\\.5)?)(?:\\s*(months?|mths?))?";
const RANGE = new RegExp(`^(?:from )?${AGE}(?: ?- ?| to | until | up to | through )${AGE}$`);
const FROM = new RegExp(
	`^(?:from |over |above |at least |minimum )?${AGE}(?: ?\\+| and (?:over|above|up|older)| or (?:over|above|older)| upwards?| onwards?| plus)$`,
);
const OVER = new RegExp(`^(?:from|over|above|at least|minimum) ${AGE}$`);
const UNDER = new RegExp(`^(?:under|below|younger than|less than) ${AGE}$`);
const UP_TO = new RegExp(`^(?:(?:up to|to|maximum) ${AGE}|${AGE} (?:and|or) (?:under|below|younger))$`);
const ONE = new RegExp(`^${AGE} olds?$`);
const EVERYBODY = /^(?:all|any|all ages|any age|all age groups|no age (?:limit|restriction)s?|everyone|everybody)$/;

/**
 * The ages that a text states, when the whole text is such a statement and can be read in one way only:
 * "6 years - 14 years", "11+", "under 5s" (to 4), "all ages" ({}). Null where it is anything else.
 */
export function agesInText(text: string): Ages | null {
	const plain = plainAges(text);
	if (plain.length > 120) return null;
	const parts = plain.split(/\s*[,;]\s*|\s+&\s+(?=\d+\s?-)/).map(agesOf);
	return parts.reduce((sofar, part) => joined(sofar, part));
}

function plainAges(text: string): string {
	return text
		.toLowerCase()
		.replace(/[–—−]/g, "-")
		.replace(/\b(?:birth|newborns?|new born)\b/g, "0")
		.replace(/\((\d+\s?(?:\+|-\s?\d+))\)/, " $1")
		.replace(
			/\b(?:ages?d?|age ?groups?|age range|suitable for|for|only|inclusive|between|children|child|young people|young adults|adults|people|teenagers|teens|kids|those|anyone)\b:?/g,
			" ",
		)
		.replace(/(\d)\s?(?:years?|yrs?|y\/?o)\b\.?/g, "$1")
		.replace(/(\d)'?s\b/g, "$1")
		.replace(/\b(\d+) of age\b/g, "$1")
		.replace(/((?:-|\bto|\+|\bover|\bfrom|\bup to|\bunder) ?\d+|\+) olds?\b/g, "$1")
		.replace(/(\d) old(?= (?:to|and|or|upwards?|onwards?|plus)\b)/g, "$1")
		.replace(/\band(?= up to)\b/g, "")
		.replace(/(\d) and (\d+)$/, (whole, from, to) => (/between/i.test(text) ? `${from} - ${to}` : whole))
		.replace(/\s+/g, " ")
		.trim();
}

function agesOf(text: string): Ages | null {
	if (EVERYBODY.test(text)) return {};
	const range = RANGE.exec(text);
	// "0-18 months": the unit stands once, behind both.
	if (range) return sane(years(range[1], range[2] ?? range[4]), years(range[3], range[4]));
	const from = FROM.exec(text) ?? OVER.exec(text);
	if (from) return sane(years(from[1], from[2]), undefined);
	const under = UNDER.exec(text);
	// "Under 5s" are 0 to 4: the highest age that may come is the year before.
	if (under && under[2] === undefined && Number(under[1]) >= 1) return sane(undefined, Math.ceil(Number(under[1])) - 1);
	const upTo = UP_TO.exec(text);
	if (upTo) return sane(undefined, years(upTo[1] ?? upTo[3], upTo[2] ?? upTo[4]));
	const one = ONE.exec(text);
	return one && one[2] === undefined ? sane(Number(one[1]), Number(one[1])) : null;
}

function years(figures: string | undefined, unit: string | undefined): number {
	const value = Number(figures);
	return unit === undefined ? value : Math.round((value / 12) * 100) / 100;
}

function sane(lowest: number | undefined, highest: number | undefined): Ages | null {
	if ((lowest ?? 0) > 120 || (highest ?? 0) > 120) return null;
	if (lowest !== undefined && highest !== undefined && (lowest > highest || highest === 0)) return null;
	return {
		...(lowest === undefined ? {} : { minimum_age: lowest }),
		...(highest === undefined ? {} : { maximum_age: highest }),
	};
}

/** Two groups as one, where they meet: "0-4, 5-11" is 0 to 11; "0-4, 16-18" is not 0 to 18. */
function joined(first: Ages | null, second: Ages | null): Ages | null {
	if (first?.maximum_age === undefined || second?.minimum_age === undefined) return null;
	const meet = second.minimum_age <= first.maximum_age + 1 && second.minimum_age >= (first.minimum_age ?? 0);
	if (!meet) return null;
	return { ...first, ...(second.maximum_age === undefined ? {} : { maximum_age: second.maximum_age }) };
}
