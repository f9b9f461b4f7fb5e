import { readClock } from "#domain/desk/hours-lines.ts";
import type { AnswerPromise, Hours } from "#domain/hours/hours.ts";
import { promise } from "#domain/hours/promise.ts";
import type { DeskForm } from "#pages/desk/desk-form.ts";
import { Choice, TextField } from "#pages/desk/settings/fields.tsx";
import { HoursFields, hoursValues, readHoursFields } from "#pages/desk/settings/hours-fields.tsx";
import type { Section } from "#pages/desk/settings/section.tsx";
import { type FormGround, type FormRead, valuesOf, withoutEmpty } from "#pages/desk/settings/settings-form.ts";
import { promiseText } from "#services/promise-text.ts";

/** When the early help team answers, and by when it rings. */
export const hoursSection: Section = {
	path: "/hours",
	action: "settings.hours_changed",
	title: (words) => words.desk_settings.sections.hours,
	entityId: () => "hours",
	values: ({ early_help_hours: hours }) =>
		valuesOf({
			...hoursValues(hours),
			promise: hours?.promise.kind ?? "none",
			"promise-hours": hours && "hours" in hours.promise ? String(hours.promise.hours) : "",
			cutoff: hours?.promise.kind === "close_of_business" ? (hours.promise.cutoff ?? "") : "",
		}),
	Fields: (props) => {
		const { hours: say } = props.words.desk_settings;
		const { clock, content } = props.c.var.deps;
		const hours = props.profile.early_help_hours;
		const by = hours === null ? null : promise(hours, clock.now().getTime(), content.holidays);
		return (
			<>
				<p class="note">
					{hours === null
						? say.unset
						: say.preview.replace("{by}", by === null ? say.preview_none : promiseText(props.words, by))}
				</p>
				<HoursFields {...props} />
				<Choice {...props} name="promise" label={say.promise} options={say.promises} />
				<TextField {...props} name="promise-hours" label={say.promise_hours} />
				<TextField {...props} name="cutoff" label={say.cutoff} hint={say.cutoff_hint} />
			</>
		);
	},
	read: () => readTeamHours,
};

function readTeamHours(form: DeskForm, { content }: FormGround): FormRead {
	const read = readHoursFields(form, content.words);
	const promised = readPromise(form, content.words.desk_settings.errors);
	if (read.errors !== null || "field" in promised)
		return { kind: "errors", errors: [...(read.errors ?? []), ...("field" in promised ? [promised] : [])] };
	const hours: Hours = { ...read.hours, promise: promised };
	return {
		kind: "change",
		detail: { hours: JSON.stringify(hours) },
		change: (settings) => withoutEmpty({ ...settings, early_help_hours: hours }),
	};
}

/** By when somebody is rung, or what of it cannot be read. */
function readPromise(
	form: DeskForm,
	say: { readonly promise_hours: string; readonly cutoff: string },
): AnswerPromise | { readonly field: string; readonly text: string } {
	const kind = form.text("promise");
	if (kind === "working_hours" || kind === "close_plus_working_hours") {
		const hours = Number(form.text("promise-hours"));
		const fits = /^\d{1,3}(?:\.\d)?$/.test(form.text("promise-hours").trim()) && hours >= 1 && hours <= 200;
		return fits ? { kind, hours } : { field: "promise-hours", text: say.promise_hours };
	}
	if (kind !== "close_of_business") return { kind: "none" };
	if (form.text("cutoff").trim() === "") return { kind };
	const cutoff = readClock(form.text("cutoff"), true);
	return cutoff === null ? { field: "cutoff", text: say.cutoff } : { kind, cutoff };
}
