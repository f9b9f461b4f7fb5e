import type { Context } from "hono";
import { Hono } from "hono";
import type { WrongField } from "#domain/call-backs/read-request.ts";
import { routesNow } from "#domain/conversation/routes-now.ts";
import type { RouteGroups, UrgentCard } from "#domain/conversation/turn.ts";
import { AppError } from "#domain/errors.ts";
import type { AppEnv } from "#env.ts";
import { type AskFields, readAskFields, requestOf, TRAP } from "#pages/call-backs/ask-form-fields.ts";
import { type Again, AskPage } from "#pages/call-backs/ask-page.tsx";
import { ClosedPage } from "#pages/call-backs/closed-page.tsx";
import { QUICKEST_MS, readFormToken, writeFormToken } from "#pages/call-backs/form-token.ts";
import { ReceiptPage } from "#pages/call-backs/receipt-page.tsx";
import { readForm } from "#pages/read-form.ts";
import { type CallBackDoor, callBackDoor } from "#services/call-back-door.ts";
import { findUrgency } from "#services/find-urgency.ts";
import { type RequestOutcome, requestCallBack, topicName } from "#services/request-call-back.ts";

/** Asking the early help team for a call. One neutral title, nothing of it in the address, nothing kept by the browser. */
export const callBackPages = new Hono<AppEnv>()
	.get("/call-back/:area", (c) => ask(c, c.req.param("area"), false, new Map([["open", "1"]])))
	.get("/young-people/call-back/:area", (c) => ask(c, c.req.param("area"), true, new Map([["open", "1"]])))
	.post("/call-back/:area", async (c) => send(c, c.req.param("area"), false, await readForm(c.req.raw)))
	.post("/young-people/call-back/:area", async (c) => send(c, c.req.param("area"), true, await readForm(c.req.raw)));

type Shown = {
	readonly young: boolean;
	readonly fields: AskFields;
	readonly urgent: UrgentCard | null;
	readonly again: Again;
	readonly wrong: readonly WrongField[];
};

async function ask(c: Context<AppEnv>, slug: string, young: boolean, form: ReadonlyMap<string, string>) {
	const door = await callBackDoor(c.var.deps, slug);
	const fields = readAskFields(form, young);
	return door ? show(c, door, { young, fields, urgent: null, again: null, wrong: [] }) : c.notFound();
}

/** Danger in what was written is looked for before anything else, and shown whatever becomes of the request. */
async function send(c: Context<AppEnv>, slug: string, young: boolean, form: ReadonlyMap<string, string>) {
	const { deps } = c.var;
	const fields = readAskFields(form, young);
	const { urgent } = await findUrgency(deps, `${fields.text.line}\n${fields.text.when}`, slug);
	const door = await callBackDoor(deps, slug);
	if (!door) return c.notFound();
	if (form.has("open")) return show(c, door, { young, fields, urgent, again: null, wrong: [] });
	const shown = { young, fields, urgent, wrong: [] };
	if (door.kind === "closed") return show(c, door, { ...shown, again: null });
	const token = await readFormToken(deps.sealing, form.get("token"));
	const age = token ? deps.clock.now().getTime() - token.madeAt : 0;
	// A person may have filled the trap with help of their browser: they are asked again, never told that all is well.
	if (!token || age < QUICKEST_MS || form.get(TRAP)) return show(c, door, { ...shown, again: "again" });
	const outcome = await kept(c, slug, fields, token.sending);
	if (outcome === "away") return show(c, door, { ...shown, again: "away" });
	switch (outcome.kind) {
		case "wrong":
			return show(c, door, { ...shown, again: "wrong", wrong: outcome.wrong });
		case "closed": {
			const now = await callBackDoor(deps, slug);
			return now ? show(c, now, { ...shown, again: "again" }) : c.notFound();
		}
		case "accepted": {
			const { words } = deps.content;
			const routes = routesFor(c, door, young);
			const { receipt } = outcome;
			c.header("cache-control", "no-store");
			const youngPerson = fields.who === "young_person";
			return c.html(
				<ReceiptPage words={words} receipt={receipt} young={youngPerson} urgent={urgent} routes={routes} />,
			);
		}
	}
}

/** "away" where it could not be kept: the person is told so, and everything they typed stands in the form. */
async function kept(
	c: Context<AppEnv>,
	area: string,
	fields: AskFields,
	sending: string,
): Promise<RequestOutcome | "away"> {
	try {
		return await requestCallBack(c.var.deps, { area, request: requestOf(fields), sending });
	} catch (error) {
		if (error instanceof AppError && error.code === "UNAVAILABLE") return "away";
		throw error;
	}
}

const STATUS = { wrong: 422, again: 422, away: 503 } as const;

async function show(c: Context<AppEnv>, door: CallBackDoor, { young, fields, urgent, again, wrong }: Shown) {
	const { content, clock, sealing, chance } = c.var.deps;
	const { words } = content;
	const routes = routesFor(c, door, young);
	c.header("cache-control", "no-store");
	if (door.kind === "closed") {
		const { area } = door.profile;
		const page = <ClosedPage words={words} area={area} why={door.why} urgent={urgent} routes={routes} />;
		return c.html(page, c.req.method === "POST" ? 503 : 200);
	}
	const now = clock.now().getTime();
	return c.html(
		<AskPage
			words={words}
			door={door}
			young={young}
			token={await writeFormToken(sealing, now, chance)}
			fields={fields}
			wrong={wrong}
			nameOf={(id) => topicName(content, id)}
			routes={routes}
			urgent={urgent}
			again={again}
			now={now}
		/>,
		again ? STATUS[again] : 200,
	);
}

function routesFor(c: Context<AppEnv>, { profile }: CallBackDoor, young: boolean): RouteGroups {
	const { content, clock } = c.var.deps;
	const book = { local: profile.routes, national: content.helpline };
	return routesNow(book, [], young ? "young_person" : "parent", clock.now(), content.holidays);
}
