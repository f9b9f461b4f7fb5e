import type { Words } from "#content/library.ts";
import type { RouteGroups } from "#domain/conversation/turn.ts";
import type { DatedEntry } from "#domain/timeline/date-words.ts";
import type { TimelineEvent } from "#domain/timeline/rules.ts";
import { DatesFormFields } from "#pages/dates/dates-form.tsx";
import { DatesPicture } from "#pages/dates/dates-picture.tsx";
import type { DatesField, DatesForm } from "#pages/dates/read-dates.ts";
import { paths } from "#pages/paths.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { dateWithWeekday, plainDate } from "#pages/ui/plain-date.ts";
import { Routes } from "#pages/ui/routes.tsx";

export type Dates = { readonly event: TimelineEvent; readonly date: string; readonly entries: readonly DatedEntry[] };

export type DatesPageProps = {
	readonly words: Words;
	readonly form: DatesForm;
	readonly wrong: readonly DatesField[];
	/** Null until they were asked for. */
	readonly dates: Dates | null;
	readonly routes: RouteGroups;
};

/** When was it, and what was it: every date that follows, as a list, a picture and a calendar file. Nothing is kept. */
export function DatesPage({ words, form, wrong, dates, routes }: DatesPageProps) {
	const { dates: say } = words.site;
	return (
		<Layout
			words={words}
			title={say.title}
			demonstration={false}
			indexed={dates === null && wrong.length === 0}
			beside={<Routes words={words} routes={routes} />}
		>
			<h1>{say.title}</h1>
			<p class="lead">{say.lead}</p>
			<div id="dates-result" aria-live="polite">
				{dates ? <Result words={words} form={form} dates={dates} /> : null}
			</div>
			<DatesFormFields words={words} form={form} wrong={wrong} again={dates !== null} />
		</Layout>
	);
}

type ResultProps = { readonly words: Words; readonly form: DatesForm; readonly dates: Dates };

function Result({ words, form, dates: { event, date, entries } }: ResultProps) {
	const { dates: say } = words.site;
	const none = new Map<string, string>(Object.entries(words.dates.no_dates)).get(event);
	return (
		<section class="card answer" aria-labelledby="result">
			<h2 id="result" tabindex={-1}>
				{say.result}
			</h2>
			<p>{say.because.replace("{event}", words.dates.events[event]).replace("{date}", plainDate(words, date))}</p>
			{none ? <p class="note">{none}</p> : null}
			{entries.length > 0 ? (
				<>
					<DatesPicture words={words} date={date} entries={entries} />
					<ol class="due" aria-label={say.list}>
						{entries.map((entry) => (
							<Due words={words} entry={entry} />
						))}
					</ol>
					<p>{say.confirm}</p>
					<CalendarForm words={words} form={form} />
				</>
			) : null}
		</section>
	);
}

function Due({ words, entry }: { readonly words: Words; readonly entry: DatedEntry }) {
	const { dates: say } = words.site;
	const { uncertain, uncertain_before, time_missing } = words.dates;
	return (
		<li>
			<p class="due-day">
				<time datetime={entry.by}>{say.by.replace("{date}", dateWithWeekday(words, entry.by))}</time>{" "}
				<span class={`tag ${entry.strength}`}>
					{entry.strength === "must" ? say.strength_must : say.strength_should}
				</span>
			</p>
			<p>
				<strong>{entry.what}</strong>
			</p>
			<p>{entry.rule}</p>
			{entry.time_missing ? <p class="small">{time_missing}</p> : null}
			{entry.uncertain_after ? (
				<p class="small">{uncertain.replace("{date}", plainDate(words, entry.uncertain_after))}</p>
			) : null}
			{entry.uncertain_before ? (
				<p class="small">{uncertain_before.replace("{date}", plainDate(words, entry.uncertain_before))}</p>
			) : null}
		</li>
	);
}

/** The same question once more, answered as a calendar file. What it is about can be left out of it. */
function CalendarForm({ words, form }: { readonly words: Words; readonly form: DatesForm }) {
	const { dates: say } = words.site;
	return (
		<form method="post" action={paths.datesFile()} class="no-print" aria-label={say.calendar_title}>
			{Object.entries(form).map(([name, value]) => (
				<input type="hidden" name={name} value={value} />
			))}
			<label class="tick">
				<input type="checkbox" name="hide" value="yes" aria-describedby="hide-hint" /> {say.calendar_hide}
			</label>
			<p class="hint" id="hide-hint">
				{say.calendar_hide_hint}
			</p>
			<button class="quiet" type="submit">
				{say.calendar}
			</button>
			<p class="small">{say.print}</p>
		</form>
	);
}
