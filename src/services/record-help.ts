import type { Library } from "#content/library.ts";
import { type HelpItem, type HelpTap, helpItemKey } from "#domain/tallies/help-given.ts";
import type { Dependencies } from "#ports.ts";
import { areaBook } from "#services/area-book.ts";
import { type CountNeeds, count } from "#services/count.ts";

type RecordHelpNeeds = CountNeeds & Pick<Dependencies, "content" | "areas" | "areaSettings">;
export type RecordHelpInput = { readonly item: HelpItem; readonly tap: HelpTap; readonly area?: string | undefined };

/** Counts what somebody said of a text of ours or of a listing. What we do not know is not counted: false. */
export async function recordHelp(deps: RecordHelpNeeds, { item, tap, area }: RecordHelpInput): Promise<boolean> {
	const { area: named } = await areaBook(deps, item.kind === "service" ? item.area : area);
	if (!isKnown(deps.content, item, named?.slug)) return false;
	const key = item.kind === "service" ? `service:${item.id}` : helpItemKey(item);
	if ("helped" in tap) count(deps, named?.slug, "helped", key, tap.helped);
	else count(deps, named?.slug, "missing", key, tap.missing);
	return true;
}

/** A listing is not looked up: a tap waits for no database. */
function isKnown(content: Library, item: HelpItem, area: string | undefined): boolean {
	switch (item.kind) {
		case "answer":
			return content.answer(item.id) !== null;
		case "stage":
			return content.stage(item.id, item.reader) !== null;
		case "outcome": {
			const [flow = "", id] = item.id.split("/");
			return content.flows.get(flow)?.nodes.some((node) => node.id === id && "outcome" in node) ?? false;
		}
		case "service":
			return area !== undefined;
	}
}
