/** A postcode, or the beginning of one, as a person types it: "SK9 1", "sk91ab", "SK9". */
export type Postcode = {
	readonly outcode: string;
	/** "SK9 1"; left out where only the outcode was given. */
	readonly sector?: string;
	/** "SK9 1AB"; left out where less was given. */
	readonly unit?: string;
};

const postcodeRe = /^(?<outcode>[A-Z]{1,2}\d[A-Z\d]?)(?:(?<digit>\d)(?<letters>[A-Z]{2})?)?$/;

/** "SK9 1": only the space tells it from the outcode "SK91". */
const spacedSectorRe = /^(?<outcode>[A-Z]{1,2}\d[A-Z\d]?)\s+(?<digit>\d)$/;

/** What people put between the halves, or take along when they copy: spaces, hyphens, a full stop or a comma. */
const betweenRe = /[\s.,\-\u2010-\u2015]+/g;

/** Reads a postcode, a sector or an outcode, in any case and with spaces anywhere; null for anything else. */
export function parsePostcode(text: string): Postcode | null {
	const typed = text.toUpperCase().replace(betweenRe, " ").trim();
	const spaced = spacedSectorRe.exec(typed)?.groups;
	if (spaced?.["outcode"])
		return { outcode: spaced["outcode"], sector: `${spaced["outcode"]} ${spaced["digit"] ?? ""}` };
	const parts = postcodeRe.exec(typed.replaceAll(" ", ""))?.groups;
	const outcode = parts?.["outcode"];
	if (!outcode) return null;
	const digit = parts["digit"];
	if (!digit) return { outcode };
	const sector = `${outcode} ${digit}`;
	const letters = parts["letters"];
	return letters ? { outcode, sector, unit: `${sector}${letters}` } : { outcode, sector };
}
