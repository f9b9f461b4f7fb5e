import type { Words } from "#content/library.ts";
import {
	DAYS,
	datedText,
	dayText,
	exceptionsText,
	readDated,
	readDay,
	readExceptions,
} from "#domain/desk/hours-lines.ts";
import type { Hours } from "#domain/hours/hours.ts";
import { Choice, type FieldsProps, TextField } from "#pages/desk/settings/fields.tsx";
import type { FieldError, Values } from "#pages/desk/settings/settings-form.ts";

/** The fields for when somebody answers: a line a day, bank holidays, and days that are different. */
export function HoursFields(props: FieldsProps) {
	const { hours: say } = props.words.desk_settings;
	return (
		<>
			<p class="hint">{say.intro}</p>
			<div class="week">
				{DAYS.map((day) => (
					<TextField {...props} name={`day-${day}`} label={say.days[day]} />
				))}
			</div>
			<Choice {...props} name="holidays" label={say.holidays} options={say.holiday_rules} />
			<TextField {...props} name="holiday-times" label={say.holiday_times} />
			<TextField {...props} name="exceptions" label={say.exceptions} hint={say.exceptions_hint} rows={4} />
		</>
	);
}

/** Hours as these fields show them. */
export function hoursValues(hours: Hours | null): Readonly<Record<string, string>> {
	const rule = hours?.bank_holidays ?? "closed";
	return {
		...Object.fromEntries(DAYS.map((day) => [`day-${day}`, hours === null ? "" : dayText(hours, day)])),
		holidays: typeof rule === "string" ? rule : "times",
		"holiday-times": typeof rule === "string" ? "" : datedText(rule.open),
		exceptions: hours === null ? "" : exceptionsText(hours),
	};
}

type ReadHours =
	| { readonly errors: readonly FieldError[] }
	| { readonly errors: null; readonly hours: Omit<Hours, "promise"> };

/** What these fields say, or what of them cannot be read. */
export function readHoursFields(values: Values, { desk_settings: words }: Words): ReadHours {
	const { errors: say, hours } = words;
	const days = DAYS.map((day) => ({ day, spans: readDay(day, values.text(`day-${day}`)) }));
	const exceptions = readExceptions(values.text("exceptions"));
	const rule = values.text("holidays");
	const times = rule === "times" ? readDated(values.text("holiday-times")) : [];
	const errors: readonly FieldError[] = [
		...days.flatMap(({ day, spans }) =>
			spans === null ? [{ field: `day-${day}`, text: say.day.replace("{day}", hours.days[day]) }] : [],
		),
		...(times === null ? [{ field: "holiday-times", text: say.holiday_times }] : []),
		...("wrong" in exceptions
			? [{ field: "exceptions", text: say.exceptions.replace("{line}", () => exceptions.wrong) }]
			: []),
	];
	if (errors.length > 0 || "wrong" in exceptions) return { errors };
	const kept = (["closed", "as_usual", "all_day"] as const).find((one) => one === rule);
	return {
		errors: null,
		hours: {
			zone: "Europe/London",
			weekly: days.flatMap(({ spans }) => spans ?? []),
			bank_holidays: rule === "times" ? { open: times ?? [] } : (kept ?? "closed"),
			exceptions,
		},
	};
}
