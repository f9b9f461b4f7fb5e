import type { Fields } from "#domain/directory/import/fields.ts";
import { readPhones } from "#domain/directory/import/records/phones.ts";
import { distinct, madeId, partId } from "#domain/directory/import/records/record-id.ts";
import { mendEmails } from "#domain/directory/import/values/email-address.ts";
import { mendYesNo } from "#domain/directory/import/values/number.ts";
import { withoutUnset } from "#domain/directory/import/without-unset.ts";
import type { Contact } from "#domain/directory/service.ts";

export type Contacts = {
	readonly contacts: readonly Contact[];
	/** Contacts that the source does not want shown, as a note for staff. */
	readonly hidden: readonly string[];
};

/** The contacts of a record. Further e-mail addresses of one contact become contacts of their own. */
export function readContacts(parent: Fields, parentId: string): Contacts {
	const hidden: string[] = [];
	const contacts = parent.list("contacts", "contact").flatMap((fields): readonly Contact[] => {
		const emails = fields.mend(mendEmails, "email") ?? [];
		const content = withoutUnset({
			name: fields.line("name", "value"),
			title: fields.line("title"),
			department: fields.line("department"),
			email: emails[0],
			phones: [...readPhones(fields, parentId)],
		});
		if (fields.mend(mendYesNo, "visible") === false) {
			hidden.push(noteOf(content));
			return [];
		}
		if (Object.keys(content).length === 0) {
			fields.tally("", "entry without content left out", "");
			return [];
		}
		return [
			{ id: partId(fields, "contact", parentId, content), ...content },
			...contactsFor(emails.slice(1), parentId),
		];
	});
	return { contacts: distinct(parent, "contacts", contacts), hidden: hidden.filter((note) => note !== "") };
}

/** One contact for each e-mail address that stood beside the first. */
export function contactsFor(emails: readonly string[], parentId: string): readonly Contact[] {
	return emails.map((email) => ({ id: madeId("contact", parentId, { email }), email }));
}

function noteOf(contact: Omit<Contact, "id">): string {
	const numbers = (contact.phones ?? []).map((phone) => phone.number);
	return [contact.name, contact.title, contact.email, ...numbers].filter((part) => part !== undefined).join(", ");
}
