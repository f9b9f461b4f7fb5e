import type { Context } from "hono";
import { Hono } from "hono";
import type { AppEnv } from "#env.ts";
import { type StatusNote, StatusPage } from "#pages/call-backs/status-page.tsx";
import { paths } from "#pages/paths.ts";
import { readForm } from "#pages/read-form.ts";
import { nationalRoutes } from "#pages/reading/national-routes.ts";
import { cancelCallBack } from "#services/cancel-call-back.ts";
import { eraseCallBack } from "#services/erase-call-back.ts";
import { type CallBackView, showCallBack } from "#services/show-call-back.ts";

const LONGEST_TYPED = 200;
type Typed = { readonly reference: string; readonly secret: string };
const NOTHING: Typed = { reference: "", secret: "" };

/** What became of a request: posted and answered at once, so that neither reference nor words stand in an address. */
export const statusPages = new Hono<AppEnv>()
	.get("/", (c) => show(c, NOTHING, null, null))
	.get("/:act{status|cancel|erase}", (c) => c.redirect(paths.callBacks(), 303))
	.post("/status", async (c) => {
		const typed = await readTyped(c);
		const found = await showCallBack(c.var.deps, typed);
		return found.kind === "found" ? show(c, typed, found.view, null) : show(c, typed, null, found.kind);
	})
	.post("/cancel", async (c) => {
		const typed = await readTyped(c);
		const done = await cancelCallBack(c.var.deps, typed);
		if (!("view" in done)) return show(c, typed, null, done.kind);
		return show(c, typed, done.view, done.kind === "cancelled" ? "cancelled_now" : "not_cancelled");
	})
	.post("/erase", async (c) => {
		const typed = await readTyped(c);
		const done = await eraseCallBack(c.var.deps, typed);
		return done.kind === "erased" ? show(c, typed, done.view, "erased_now") : show(c, typed, null, done.kind);
	});

async function readTyped(c: Context<AppEnv>): Promise<Typed> {
	const form = await readForm(c.req.raw);
	const field = (name: string) => (form.get(name) ?? "").slice(0, LONGEST_TYPED);
	return { reference: field("reference"), secret: field("secret") };
}

function show(c: Context<AppEnv>, typed: Typed, view: CallBackView | null, note: StatusNote) {
	c.header("cache-control", "no-store");
	const { words } = c.var.deps.content;
	const status = note === "mistyped" || note === "unknown" ? 422 : 200;
	return c.html(<StatusPage words={words} typed={typed} view={view} note={note} routes={nationalRoutes(c)} />, status);
}
