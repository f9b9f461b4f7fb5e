import type { Words } from "#content/library.ts";
import type { TimelineEvent } from "#domain/timeline/rules.ts";
import { isEvent } from "#domain/timeline/rules.ts";
import type { DatesField, DatesForm } from "#pages/dates/read-dates.ts";
import { paths } from "#pages/paths.ts";

type DatesFormProps = {
	readonly words: Words;
	readonly form: DatesForm;
	readonly wrong: readonly DatesField[];
	readonly again: boolean;
};

/** What happened, and on what day. What cannot be read is named at the top and beside its field. */
export function DatesFormFields({ words, form, wrong, again }: DatesFormProps) {
	const { dates: say } = words.site;
	const errors: Readonly<Record<DatesField, { readonly text: string; readonly field: string }>> = {
		event: { text: say.error_what, field: "event" },
		date: { text: say.error_when, field: "day" },
		time: { text: say.error_time, field: "time" },
	};
	const told = (field: DatesField) => (wrong.includes(field) ? `${field}-error` : undefined);
	const error = (field: DatesField) =>
		wrong.includes(field) ? (
			<p class="error" id={`${field}-error`}>
				{errors[field].text}
			</p>
		) : null;
	return (
		<form method="post" action={paths.dates()} class="search no-print">
			{again ? <h2>{say.again}</h2> : null}
			{wrong.length > 0 ? (
				<div class="error-summary" role="alert" aria-labelledby="errors" tabindex={-1}>
					<h2 id="errors">{say.error_title}</h2>
					<ul>
						{wrong.map((field) => (
							<li>
								<a href={`#${errors[field].field}`}>{errors[field].text}</a>
							</li>
						))}
					</ul>
				</div>
			) : null}
			<label for="event">{say.what}</label>
			<p class="hint" id="event-hint">
				{say.what_hint}
			</p>
			{error("event")}
			<select id="event" name="event" aria-describedby={["event-hint", told("event")].filter(Boolean).join(" ")}>
				<option value="">{say.choose}</option>
				{say.groups.map(({ title, events }) => (
					<optgroup label={title}>
						{events.filter(isEvent).map((event: TimelineEvent) => (
							<option value={event} selected={event === form.event}>
								{words.dates.events[event]}
							</option>
						))}
					</optgroup>
				))}
			</select>
			<fieldset class="date" aria-describedby={["date-hint", told("date")].filter(Boolean).join(" ")}>
				<legend>{say.when}</legend>
				<p class="hint" id="date-hint">
					{say.when_hint}
				</p>
				{error("date")}
				<div class="date-fields">
					{(["day", "month", "year"] as const).map((part) => (
						<div>
							<label for={part}>{say[part]}</label>
							<input
								id={part}
								name={part}
								type="text"
								inputmode="numeric"
								class={part}
								value={form[part]}
								autocomplete="off"
								aria-invalid={wrong.includes("date") ? "true" : undefined}
							/>
						</div>
					))}
				</div>
			</fieldset>
			<label for="time">{say.time}</label>
			<p class="hint" id="time-hint">
				{say.time_hint}
			</p>
			{error("time")}
			<input
				id="time"
				name="time"
				type="text"
				class="short"
				value={form.time}
				autocomplete="off"
				aria-describedby={["time-hint", told("time")].filter(Boolean).join(" ")}
				aria-invalid={wrong.includes("time") ? "true" : undefined}
			/>
			<p class="small">{say.kept}</p>
			<button class="primary" type="submit">
				{say.work_out}
			</button>
		</form>
	);
}
