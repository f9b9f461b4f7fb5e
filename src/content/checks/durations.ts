/** A length of time as a text says it: "15 working day", "72 hour". Plurals and number words are made one. */
const amountRe =
	/\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:\s+(?:to|or)\s+(\d+|[a-z]+))?\s+(?:more\s+)?(working\s+day|day|week|month|hour|year)s?\b/gi;

const NUMBER_WORDS = "one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Every length of time in a text, in order; both ends of "6 to 12 weeks". The plain form in brackets is left out. */
export function durationsIn(text: string): readonly string[] {
	return [...text.replace(plainFormRe, "").matchAll(amountRe)].flatMap(([, from = "", to, unit = ""]) =>
		[from, to].flatMap((number) => {
			const value = number === undefined ? null : numberOf(number);
			return value === null ? [] : [`${value} ${unit.toLowerCase().replace(/\s+/g, " ")}`];
		}),
	);
}

const plainFormRe = /\((?:about\s+)?\d+\s+(?:days?|weeks?|months?)\)/gi;

function numberOf(text: string): number | null {
	if (/^\d+$/.test(text)) return Number(text);
	const at = NUMBER_WORDS.indexOf(text.toLowerCase());
	return at < 0 ? null : at + 1;
}

/** Where "(about 3 weeks)" after "15 working days" is not what the days come to; 5 working days are a week. */
export function wrongConversions(text: string): readonly string[] {
	return [...text.matchAll(conversionRe)].flatMap(([whole = "", number = "", unit = "", said = "", saidUnit = ""]) => {
		const days = Number(number) * (DAYS[unit.toLowerCase().replace(/s$/, "").replace(/\s+/g, " ")] ?? 0);
		const meant = Number(said) * (DAYS[saidUnit.toLowerCase().replace(/s$/, "")] ?? 0);
		return Math.abs(days - meant) <= 0.05 * days ? [] : [whole];
	});
}
const conversionRe =
	/(\d+)(?: \(if [^)]*\))?\s+(working days?|days?|weeks?|months?|hours?)\s+\((?:about\s+)?(\d+)\s+(days?|weeks?|months?)\)/gi;
const DAYS: Readonly<Record<string, number>> = { hour: 1 / 24, day: 1, "working day": 7 / 5, week: 7, month: 365 / 12 };
