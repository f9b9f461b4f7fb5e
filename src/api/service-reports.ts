import type { Context } from "hono";
import { problem } from "#api/problem.ts";
import { readBody } from "#api/read-body.ts";
import { REPORT_REASONS, ServiceReport } from "#domain/directory/service-report.ts";
import type { AppEnv } from "#env.ts";
import { reportService } from "#services/report-service.ts";

/** A reason and no more: in bytes. */
const LARGEST_BODY = 1024;

/** "Something's wrong with this": `{ "reason": "closed" }`, from anybody, counted and looked at by the list's owner. */
export async function takeReport(c: Context<AppEnv>): Promise<Response> {
	const body = await readBody(c.req.raw, LARGEST_BODY);
	if (!body.whole) return problem(c, "TOO_LARGE", `Send at most ${LARGEST_BODY} bytes: a reason and nothing else.`);
	const read = ServiceReport.safeParse(parsed(body.text));
	if (!read.success)
		return problem(c, "INVALID", `Send {"reason": …} with one of ${REPORT_REASONS.join(", ")}, and nothing else.`);
	const input = { area: c.req.param("area") ?? "", service: c.req.param("id") ?? "", reason: read.data.reason };
	const known = await reportService(c.var.deps, input);
	if (!known) return problem(c, "NOT_FOUND", "There is no service with this id in this area.");
	c.header("cache-control", "no-store");
	return c.json({ reported: true, message: c.var.deps.content.words.reports.thanks }, 202);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
