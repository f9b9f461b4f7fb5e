import type { Library } from "#content/library.ts";
import { Stage } from "#domain/conversation/stage.ts";
import { HELPED, MISSING } from "#domain/tallies/help-given.ts";
import type { GapTable } from "#services/show-gaps.ts";

/** What is counted, as people call it. An id that nobody knows any more stands as it is. */
export function itemLabel(content: Library, table: GapTable, item: string): string {
	const { desk_gaps: say } = content.words;
	switch (table) {
		case "not_found_where":
		case "not_found_when":
			return content.content.needs.find(({ id }) => id === item)?.name ?? (item === "" ? say.own_words : item);
		case "stages":
			return stageLabel(content, item);
		case "urgent":
			return new Map(Object.entries(say.reasons)).get(item) ?? item;
		case "helped":
		case "missing":
			return helpLabel(content, item);
		case "call_backs":
			return item === "" ? say.own_words : stageLabel(content, item);
	}
}

/** A choice, a sector, a week or an outcome, as people call it. */
export function detailLabel(content: Library, table: GapTable, detail: string): string {
	const { desk_gaps: say, help } = content.words;
	switch (table) {
		case "urgent":
			return new Map(Object.entries(say.levels)).get(detail) ?? detail;
		case "helped": {
			const helped = HELPED.find((one) => one === detail);
			return helped ? help.helped[helped] : detail;
		}
		case "missing": {
			const missing = MISSING.find((one) => one === detail);
			return missing ? help.missing[missing] : detail;
		}
		default:
			return detail === "" ? (table === "not_found_where" ? say.elsewhere : "") : detail;
	}
}

function stageLabel(content: Library, id: string): string {
	const stage = Stage.safeParse(id);
	return (stage.success ? content.stage(stage.data, "parent")?.title : undefined) ?? id;
}

/** "answer:s47-what", "stage:court:parent", "service:…", "outcome:…". */
function helpLabel(content: Library, key: string): string {
	const [kind, id = ""] = key.split(":");
	if (kind === "answer") return content.answer(id)?.title ?? key;
	return kind === "stage" ? stageLabel(content, id) : key;
}
