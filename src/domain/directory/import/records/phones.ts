import type { Fields } from "#domain/directory/import/fields.ts";
import { readLanguages } from "#domain/directory/import/records/languages.ts";
import { distinct, madeId, partId } from "#domain/directory/import/records/record-id.ts";
import { mendCount } from "#domain/directory/import/values/number.ts";
import { mendPhones } from "#domain/directory/import/values/phone-numbers.ts";
import { withoutUnset } from "#domain/directory/import/without-unset.ts";
import type { Phone } from "#domain/directory/service.ts";

/** The phone numbers of a record, one entry each: a text with several numbers gives several. */
export function readPhones(parent: Fields, parentId: string): readonly Phone[] {
	const phones = parent.list("phones", "phone", "telephone", "mobile", "phone_number").flatMap((fields) => {
		const texts = fields.mend(mendPhones, "number", "phone", "telephone", "phone_number", "value") ?? [];
		const extension = fields.mend(mendCount, "extension");
		const type = fields.line("type");
		const description = fields.line("description", "note");
		const languages = readLanguages(fields, parentId);
		return texts.map((text, index): Phone => {
			const content = withoutUnset({
				number: text.number,
				extension: text.extension ?? (texts.length === 1 ? extension : undefined),
				type,
				description: described(text.description, description),
				languages: [...languages],
			});
			return {
				id: index === 0 ? partId(fields, "phone", parentId, content) : madeId("phone", parentId, content),
				...content,
			};
		});
	});
	return distinct(parent, "phones", phones);
}

function described(inNumber: string | undefined, apart: string | undefined): string | undefined {
	if (inNumber === undefined || apart === undefined || apart.includes(inNumber)) return apart ?? inNumber;
	return `${inNumber}, ${apart}`;
}
