import { csvOf } from "#domain/directory/csv.ts";
import { questionOf, readAuditFilter } from "#pages/desk/audit/audit-filter.ts";
import { AuditPage } from "#pages/desk/audit/audit-page.tsx";
import type { DeskPart } from "#pages/desk/desk-part.ts";

const PER_PAGE = 50;
/** A file of more lines than a spreadsheet is pleasant with; older ones by the filter of days. */
const MOST_IN_FILE = 10_000;

/** Who did or saw what in the area. */
export const auditPart: DeskPart = {
	label: (words) => words.desk_audit.title,
	bar: { path: "/audit", permission: "audit.read" },
	routes: [
		{
			method: "GET",
			path: "/audit",
			permission: "audit.read",
			answer: async (c, desk) => {
				const { auditLog, content } = c.var.deps;
				const filter = readAuditFilter((name) => c.req.query(name));
				const area = desk.area.slug;
				const found = await auditLog.list({ area, ...questionOf(filter), limit: PER_PAGE + 1 });
				const state = c.req.query("check") === undefined ? null : await auditLog.verify(area);
				const entries = found.slice(0, PER_PAGE);
				const older = found.length > PER_PAGE ? entries.at(-1)?.position : undefined;
				return c.html(<AuditPage {...{ words: content.words, desk, filter, entries, older, state }} />);
			},
		},
		{
			method: "GET",
			path: "/audit.csv",
			permission: "audit.read",
			answer: async (c, desk) => {
				const question = questionOf(readAuditFilter((name) => c.req.query(name)));
				const entries = await c.var.deps.auditLog.list({ area: desk.area.slug, ...question, limit: MOST_IN_FILE });
				const head = ["position", "at", "actor", "action", "entity", "entity_id", "detail", "previous", "hash"];
				const lines = entries.map(({ position, at, actor, action, entity, entityId, detail, previous, hash }) => [
					position,
					at.toISOString(),
					actor,
					action,
					entity,
					entityId ?? "",
					JSON.stringify(detail),
					previous,
					hash,
				]);
				c.header("content-type", "text/csv; charset=utf-8");
				c.header("content-disposition", `attachment; filename="audit-log-${desk.area.slug}.csv"`);
				return c.body(csvOf([head, ...lines]));
			},
		},
	],
};
