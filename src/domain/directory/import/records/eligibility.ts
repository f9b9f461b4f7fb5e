import type { Fields } from "#domain/directory/import/fields.ts";
import { joinTexts } from "#domain/directory/import/text/clean-text.ts";
import { type Ages, mendAge, mendAgeRange } from "#domain/directory/import/values/age.ts";
import { agesInText } from "#domain/directory/import/values/age-text.ts";

export type Eligibility = Ages & { readonly eligibility_description?: string };

/** Who a service is for: ages and words, from version 3's fields, version 1's list, or a text that only states an age. */
export function readEligibility(fields: Fields): Eligibility {
	const rules = fields.list("eligibilitys", "eligibilities", "eligibility").map((rule) => {
		rule.line("id");
		return {
			text: rule.text("eligibility", "value"),
			minimum_age: rule.mend(mendAge, "minimum_age"),
			maximum_age: rule.mend(mendAge, "maximum_age"),
		};
	});
	const words = [fields.text("eligibility_description"), ...rules.map((rule) => rule.text)];
	const eligibility_description = joinTexts([...new Set(words)], "\n");
	const stated = sane(fields, {
		minimum_age: fields.mend(mendAge, "minimum_age", "min_age"),
		maximum_age: fields.mend(mendAge, "maximum_age", "max_age"),
	});
	if (stated.minimum_age !== undefined || stated.maximum_age !== undefined)
		return { ...stated, eligibility_description };
	const ruled = rules.map((rule) => sane(fields, { minimum_age: rule.minimum_age, maximum_age: rule.maximum_age }));
	const widest = widestOf(ruled.filter((ages) => ages.minimum_age !== undefined || ages.maximum_age !== undefined));
	if (widest?.minimum_age !== undefined || widest?.maximum_age !== undefined)
		return { ...widest, eligibility_description };
	return { ...agesFromWords(fields, [fields.line("age_group"), ...words]), eligibility_description };
}

function sane(fields: Fields, given: Ages): Ages {
	const { ages, rule } = mendAgeRange(given);
	const shown = (range: Ages) => `${range.minimum_age ?? ""} to ${range.maximum_age ?? ""}`;
	if (rule !== undefined) fields.note("minimum_age", rule, shown(given), shown(ages));
	return ages;
}

/** Several rules are alternatives: whoever meets one may come. */
function widestOf(ranges: readonly Ages[]): Ages | null {
	if (ranges.length === 0) return null;
	const lows = ranges.map((ages) => ages.minimum_age ?? 0);
	const highs = ranges.map((ages) => ages.maximum_age ?? Number.POSITIVE_INFINITY);
	const highest = Math.max(...highs);
	const lowest = ranges.some((ages) => ages.minimum_age === undefined) ? undefined : Math.min(...lows);
	return { minimum_age: lowest, maximum_age: Number.isFinite(highest) ? highest : undefined };
}

function agesFromWords(fields: Fields, texts: readonly (string | undefined)[]): Ages {
	for (const text of texts) {
		if (text === undefined) continue;
		for (const line of text.split("\n")) {
			const ages = agesInText(line.replace(/^age group:\s*/i, ""));
			if (ages === null || (ages.minimum_age === undefined && ages.maximum_age === undefined)) continue;
			fields.note(
				"minimum_age",
				"ages read from words",
				line,
				`${ages.minimum_age ?? ""} to ${ages.maximum_age ?? ""}`,
			);
			return ages;
		}
	}
	return {};
}
