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

/** Reads a postcode, a sector or an outcode, in any case and with spaces anywhere; null for anything else. */
export function parsePostcode(text: string): Postcode | null {
	const spaced = spacedSectorRe.exec(text.toUpperCase().trim())?.groups;
	if (spaced?.["outcode"])
		return { outcode: spaced["outcode"], sector: `${spaced["outcode"]} ${spaced["digit"] ?? ""}` };
	const parts = postcodeRe.exec(text.toUpperCase().replace(/\s+/g, ""))?.groups;
	const outcode = parts?.["outcode"];
	if (!outcode) return null;
	const digit = parts["digit"];
	if (!digit) return { outcode };
	const sector = `${outcode} ${digit}`;
	const letters = parts["letters"];
	return letters ? { outcode, sector, unit: `${sector}${letters}` } : { outcode, sector };
}
