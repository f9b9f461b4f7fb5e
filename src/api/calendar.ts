import type { Context } from "hono";
import { problem } from "#api/problem.ts";
import { calendarOf } from "#domain/directory/calendar.ts";
import type { AppEnv } from "#env.ts";

/** A service's sessions for a person's own calendar. */
export async function showCalendar(c: Context<AppEnv>): Promise<Response> {
	const { feed, clock, content } = c.var.deps;
	const id = (c.req.param("id") ?? "").replace(/\.ics$/, "");
	const service = await feed.service(c.req.param("area") ?? "", id);
	if (service === null) return problem(c, "NOT_FOUND", "There is no service with this id in this area.");
	const said = content.content.filters.bank_holidays.say;
	const holidaysToo = (notes: string) => said.some((phrase) => notes.toLowerCase().includes(phrase.toLowerCase()));
	const text = calendarOf({ service, at: clock.now(), holidays: content.holidays, holidaysToo });
	c.header("cache-control", "public, max-age=60");
	c.header("content-disposition", 'attachment; filename="sessions.ics"');
	return c.body(text, 200, { "content-type": "text/calendar; charset=utf-8" });
}
