import * as z from "zod";
import type { DeskForm } from "#pages/desk/desk-form.ts";
import { TextField } from "#pages/desk/settings/fields.tsx";
import type { Section } from "#pages/desk/settings/section.tsx";
import {
	type FieldError,
	type FormGround,
	type FormRead,
	plainLine,
	valuesOf,
	withoutEmpty,
} from "#pages/desk/settings/settings-form.ts";

const FIELDS = ["duty_email", "duty_phone", "manager_email", "email_template", "sms_template"] as const;

/** Where the team hears of a request. Webhooks and their secrets are not shown and stay as they are. */
export const deliverySection: Section = {
	path: "/delivery",
	action: "settings.delivery_changed",
	title: (words) => words.desk_settings.sections.delivery,
	entityId: () => "delivery",
	values: ({ settings: { delivery } }) =>
		valuesOf(Object.fromEntries(FIELDS.map((name) => [name, delivery?.[name] ?? ""]))),
	Fields: (props) => {
		const { delivery: say } = props.words.desk_settings;
		return (
			<>
				<p>{say.intro}</p>
				{FIELDS.map((name) => (
					<TextField {...props} name={name} label={say[name]} />
				))}
			</>
		);
	},
	read: () => readDelivery,
};

function readDelivery(form: DeskForm, { content }: FormGround): FormRead {
	const { errors: say } = content.words.desk_settings;
	const text = (name: (typeof FIELDS)[number]) => plainLine(form.text(name), 200) || undefined;
	const checks = [
		["duty_email", z.email(), say.email],
		["manager_email", z.email(), say.email],
		["duty_phone", z.string().regex(/^\+?[\d ()-]{6,25}$/), say.phone],
		["email_template", z.uuid(), say.template],
		["sms_template", z.uuid(), say.template],
	] as const;
	const errors: readonly FieldError[] = checks.flatMap(([field, check, wrong]) =>
		text(field) === undefined || check.safeParse(text(field)).success ? [] : [{ field, text: wrong }],
	);
	if (errors.length > 0) return { kind: "errors", errors };
	const said = Object.fromEntries(FIELDS.map((name) => [name, text(name)]));
	return {
		kind: "change",
		detail: withoutEmpty({ changed: FIELDS.filter((name) => text(name) !== undefined) }),
		change: (settings) =>
			withoutEmpty({ ...settings, delivery: { webhooks: settings.delivery?.webhooks ?? [], ...said } }),
	};
}
