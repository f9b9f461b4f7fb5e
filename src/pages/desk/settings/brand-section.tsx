import { AreaTheme } from "#domain/theme/area-theme.ts";
import { themeFaults } from "#domain/theme/theme-faults.ts";
import type { DeskForm } from "#pages/desk/desk-form.ts";
import { TextField, Tick } from "#pages/desk/settings/fields.tsx";
import type { Section } from "#pages/desk/settings/section.tsx";
import {
	type FieldError,
	type FormGround,
	type FormRead,
	plainLine,
	valuesOf,
	withoutEmpty,
} from "#pages/desk/settings/settings-form.ts";
import { inkOn } from "#pages/embed/contrast.ts";

/** The area's name, its colour, the languages of its team, and whether changes to listings wait for a second person. */
export const brandSection: Section = {
	path: "/brand",
	action: "settings.brand_changed",
	title: (words) => words.desk_settings.sections.brand,
	entityId: () => "brand",
	values: ({ area, settings }) =>
		valuesOf({
			name: settings.name ?? area.name,
			accent: settings.theme?.accent ?? "",
			languages: (settings.languages ?? []).join("\n"),
			approval: settings.approval_by_second_person ? "yes" : "",
		}),
	Fields: (props) => {
		const { brand: say } = props.words.desk_settings;
		return (
			<>
				<TextField {...props} name="name" label={say.name} hint={say.name_hint} />
				<TextField {...props} name="accent" label={say.accent} hint={say.accent_hint} />
				<TextField {...props} name="languages" label={say.languages} hint={say.languages_hint} rows={4} />
				<Tick values={props.values} name="approval" label={say.approval} />
			</>
		);
	},
	read: () => readBrand,
};

function readBrand(form: DeskForm, { content, profile }: FormGround): FormRead {
	const { errors: say } = content.words.desk_settings;
	const name = plainLine(form.text("name"), 121);
	const accent = form.text("accent").trim().toLowerCase();
	const wrong = accentError(accent, say);
	const errors: readonly FieldError[] = [
		...(name === "" || name.length > 120 ? [{ field: "name", text: say.name }] : []),
		...(wrong === null ? [] : [{ field: "accent", text: wrong }]),
	];
	if (errors.length > 0) return { kind: "errors", errors };
	const lines = form.text("languages").split(/\r?\n/);
	const languages = lines.map((line) => plainLine(line, 60)).filter((line) => line !== "");
	const approval = form.text("approval") === "yes";
	const own = content.area(profile.area.slug)?.name;
	return {
		kind: "change",
		detail: { name, accent, languages, approval },
		change: (settings) =>
			withoutEmpty({
				...settings,
				name: name === own ? undefined : name,
				theme: accent === "" ? undefined : { accent },
				languages: languages.length === 0 ? undefined : languages,
				approval_by_second_person: approval || undefined,
			}),
	};
}

/** What is wrong with a colour for links and buttons; null for one that can be read wherever our pages use it, and for none. */
function accentError(accent: string, say: { readonly accent: string; readonly accent_far: string }): string | null {
	if (accent === "") return null;
	if (!/^#[0-9a-f]{6}$/.test(accent)) return say.accent;
	const theme = AreaTheme.safeParse({ light: { accent, accent_ink: inkOn(accent).ink } });
	const [fault] = theme.success ? themeFaults(theme.data) : [""];
	return fault === undefined ? null : say.accent_far.replace("{fault}", fault);
}
