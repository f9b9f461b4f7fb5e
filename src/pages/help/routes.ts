import { Hono } from "hono";
import { type HelpItem, HelpTap, readHelpItem } from "#domain/tallies/help-given.ts";
import type { AppEnv } from "#env.ts";
import { paths } from "#pages/paths.ts";
import { readForm } from "#pages/read-form.ts";
import { recordHelp } from "#services/record-help.ts";

/** "Did this help?": counted, and back to where it was asked. The address of it says nothing, and nothing stays in it. */
export const helpPages = new Hono<AppEnv>()
	.get("/", (c) => c.redirect(paths.home(), 303))
	.post("/", async (c) => {
		const form = await readForm(c.req.raw);
		const item = readHelpItem(form.get("item") ?? "");
		const tap = HelpTap.safeParse({ helped: form.get("helped"), missing: form.get("missing") });
		if (!item || !tap.success) return c.redirect(paths.home(), 303);
		await recordHelp(c.var.deps, { item, tap: tap.data, area: form.get("area") });
		const mark = "helped" in tap.data && tap.data.helped !== "yes" ? "help-missing" : "help-thanks";
		return c.redirect(`${form.get("from") === "guide" ? paths.guide() : pageOf(item)}#${mark}`, 303);
	});

/** Where an item stands by itself. An outcome is only in the guide. */
function pageOf(item: HelpItem): string {
	switch (item.kind) {
		case "answer":
			return paths.answer(item.id);
		case "stage":
			return paths.stage(item.id, item.reader === "young_person");
		case "service":
			return paths.service(item.area, item.id);
		case "outcome":
			return paths.guide();
	}
}
