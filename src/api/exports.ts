import type { Context } from "hono";
import { mapped, ndjson, streamed } from "#api/oruk/ndjson.ts";
import { orukService } from "#api/oruk/records.ts";
import { problem } from "#api/problem.ts";
import { csvLine } from "#domain/directory/csv.ts";
import { SERVICE_COLUMNS, serviceRow } from "#domain/directory/service-row.ts";
import type { AppEnv } from "#env.ts";
import { describeService } from "#services/describe-service.ts";

/** A whole directory as a file, streamed. The mark at its start tells a spreadsheet that it is UTF-8. */
export async function exportCsv(c: Context<AppEnv>): Promise<Response> {
	const { deps } = c.var;
	return whole(c, "csv", async (area) => {
		const notices = await deps.serviceNotices.list(area);
		return streamed(
			deps.feed.everyService(area, EVERYTHING),
			(service) => csvLine(serviceRow(service, describeService(deps, service, notices).freshness.state)),
			"text/csv; charset=utf-8",
			`\ufeff${csvLine(SERVICE_COLUMNS)}`,
		);
	});
}

/** The same as Open Referral UK records, one a line. */
export async function exportLines(c: Context<AppEnv>): Promise<Response> {
	return whole(c, "ndjson", (area) => ndjson(mapped(c.var.deps.feed.everyService(area, EVERYTHING), orukService)));
}

const EVERYTHING = { page: 1, perPage: 1 };

async function whole(
	c: Context<AppEnv>,
	ending: string,
	write: (area: string) => Promise<Response>,
): Promise<Response> {
	const area = c.req.param("area") ?? "";
	if ((await c.var.deps.feed.version(area)) === null)
		return problem(c, "NOT_FOUND", `There is no directory for "${area}".`);
	const file = await write(area);
	file.headers.set("cache-control", "public, max-age=60");
	file.headers.set("content-disposition", `attachment; filename="services.${ending}"`);
	return file;
}
