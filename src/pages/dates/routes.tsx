import type { Context } from "hono";
import { Hono } from "hono";
import { type DatedEntry, inWords } from "#domain/timeline/date-words.ts";
import { dueDates } from "#domain/timeline/due-dates.ts";
import type { AppEnv } from "#env.ts";
import { calendarFile } from "#pages/dates/calendar-file.ts";
import { type Dates, DatesPage } from "#pages/dates/dates-page.tsx";
import {
	type DatesField,
	type DatesForm,
	datesForm,
	EMPTY,
	type ReadDates,
	readDates,
} from "#pages/dates/read-dates.ts";
import { readForm } from "#pages/read-form.ts";
import { nationalRoutes } from "#pages/reading/national-routes.ts";

/** The dates that follow from an event. The question is posted and answered at once: no address tells of it, nothing is kept. */
export const datesPages = new Hono<AppEnv>()
	.get("/", (c) => show(c, EMPTY, [], null))
	.post("/", async (c) => {
		const form = datesForm(await readForm(c.req.raw));
		const read = readDates(form);
		c.header("cache-control", "no-store");
		return read.ok ? show(c, form, [], workOut(c, read)) : show(c, form, read.wrong, null);
	})
	.get("/dates.ics", (c) => c.redirect("/dates", 303))
	.post("/dates.ics", async (c) => {
		const fields = await readForm(c.req.raw);
		const form = datesForm(fields);
		const read = readDates(form);
		c.header("cache-control", "no-store");
		if (!read.ok) return show(c, form, read.wrong, null);
		const { entries } = workOut(c, read);
		const { dates: say } = c.var.deps.content.words.site;
		const hidden = (_entry: DatedEntry, index: number) =>
			say.calendar_hidden.replace("{number}", String(index + 1)).replace("{count}", String(entries.length));
		const file = fields.has("hide")
			? calendarFile(entries, c.var.deps.clock.now(), hidden, () => null)
			: calendarFile(
					entries,
					c.var.deps.clock.now(),
					({ what }) => what,
					({ rule }) => rule,
				);
		return c.body(file, 200, {
			"content-type": "text/calendar; charset=utf-8",
			"content-disposition": 'attachment; filename="dates.ics"',
		});
	});

function workOut(c: Context<AppEnv>, { event, date, time }: ReadDates & { readonly ok: true }): Dates {
	const { content } = c.var.deps;
	const due = dueDates(event, { date, ...(time ? { time } : {}) }, content.holidays);
	const entries = due.kind === "dates" ? due.dates.map((one) => inWords(one, content.words.dates)) : [];
	return { event, date, entries };
}

function show(c: Context<AppEnv>, form: DatesForm, wrong: readonly DatesField[], dates: Dates | null) {
	const { words } = c.var.deps.content;
	return c.html(<DatesPage words={words} form={form} wrong={wrong} dates={dates} routes={nationalRoutes(c)} />);
}
