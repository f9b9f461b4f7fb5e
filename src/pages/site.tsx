import { Hono } from "hono";
import type { AppEnv } from "#env.ts";
import { callBackPages } from "#pages/call-backs/routes.tsx";
import { statusPages } from "#pages/call-backs/status-routes.tsx";
import { datesPages } from "#pages/dates/routes.tsx";
import { directoryPages } from "#pages/directory/routes.tsx";
import { forgetGuide, guidePages } from "#pages/guide/routes.tsx";
import { helpPages } from "#pages/help/routes.ts";
import { HomePage } from "#pages/home/home-page.tsx";
import { listingPages } from "#pages/listing/routes.tsx";
import { HARMLESS_SITE, paths } from "#pages/paths.ts";
import { peoplePages } from "#pages/people/routes.tsx";
import { aboutPages } from "#pages/reading/about.tsx";
import { answerPages } from "#pages/reading/answers.tsx";
import { glossaryPages } from "#pages/reading/glossary.tsx";
import { helplinePages } from "#pages/reading/helplines.tsx";
import { stagePages } from "#pages/reading/stages.tsx";
import { sheetPages } from "#pages/sheets/routes.tsx";
import { themeFiles } from "#pages/theme/routes.ts";

/** Every page of the site. */
export const site = new Hono<AppEnv>()
	.get(paths.home(), (c) => c.html(<HomePage words={c.var.deps.content.words} guideArea={c.req.query("area")} />))
	.route(paths.guide(), guidePages)
	.route(paths.chooseArea(), directoryPages)
	.route(paths.dates(), datesPages)
	.route(paths.sheets(), sheetPages)
	.route("/theme", themeFiles)
	.route("/listing", listingPages)
	.route(paths.helped(), helpPages)
	.get(paths.exit(), (c) => {
		forgetGuide(c);
		c.header("clear-site-data", '"cache", "cookies", "storage"');
		c.header("cache-control", "no-store");
		return c.redirect(HARMLESS_SITE, 303);
	})
	.route("/", peoplePages)
	.route("/", callBackPages)
	.route(paths.callBacks(), statusPages)
	.route("/", stagePages)
	.route("/", answerPages)
	.route("/", glossaryPages)
	.route("/", helplinePages)
	.route("/", aboutPages);
