import type { Fields } from "#domain/directory/import/fields.ts";
import { distinct, madeId, partId } from "#domain/directory/import/records/record-id.ts";
import { languageOf } from "#domain/directory/import/values/language-name.ts";
import { withoutUnset } from "#domain/directory/import/without-unset.ts";
import type { Language } from "#domain/directory/service.ts";

/** The languages of a record. A list in one text is taken apart; a code gets its name, a name its code. */
export function readLanguages(parent: Fields, parentId: string): readonly Language[] {
	const languages = parent.list("languages", "language").flatMap((fields) => {
		const code = fields.line("code", "language_code");
		const text = fields.line("name", "language", "value") ?? code;
		const note = fields.line("note");
		if (text === undefined) return [];
		return text
			.split(/\s*[,;]\s*/)
			.filter((each) => each !== "")
			.map((each, index, all): Language => {
				const known = languageOf(each);
				if (known.name !== each) fields.tally("name", "language named by its code", each);
				const content = withoutUnset({
					name: known.name,
					code: all.length === 1 ? (code ?? known.code) : known.code,
					note,
				});
				return {
					id: index === 0 ? partId(fields, "language", parentId, content) : madeId("language", parentId, content),
					...content,
				};
			});
	});
	return distinct(parent, "languages", languages);
}
