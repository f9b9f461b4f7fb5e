import metadata from "libphonenumber-js/metadata.min.json";

/** The numbering plans that are read closely: the United Kingdom with its islands, and Ireland. The whole world takes 80 kB. */
const COUNTRIES = ["GB", "GG", "IM", "JE", "IE"] as const;
const CODES = ["44", "353"] as const;

/** The source of `compiled/phone-plans.ts`: the part of libphonenumber's metadata that is used. */
export function compilePhonePlans(): string {
	const plans = {
		version: metadata.version,
		country_calling_codes: Object.fromEntries(CODES.map((code) => [code, metadata.country_calling_codes[code]])),
		countries: Object.fromEntries(COUNTRIES.map((country) => [country, metadata.countries[country]])),
		nonGeographic: {},
	};
	return `import type { MetadataJson } from "libphonenumber-js/core";\n\n/** Generated from the metadata of libphonenumber-js. */\nexport const phonePlans: MetadataJson = JSON.parse(${JSON.stringify(JSON.stringify(plans))});\n`;
}
