import { type Context, Hono } from "hono";
import * as z from "zod";
import { problem } from "#api/problem.ts";
import { readBody } from "#api/read-body.ts";
import { CallBackRequest } from "#domain/call-backs/call-back.ts";
import { AppError } from "#domain/errors.ts";
import type { AppEnv } from "#env.ts";
import { cancelCallBack } from "#services/cancel-call-back.ts";
import { eraseCallBack } from "#services/erase-call-back.ts";
import { findUrgency } from "#services/find-urgency.ts";
import { type RequestOutcome, requestCallBack } from "#services/request-call-back.ts";
import { showCallBack } from "#services/show-call-back.ts";

/** Every field at its longest, each of its characters escaped: in bytes. */
const LARGEST_BODY = 128 * 1024;

/** What shows or ends a request. */
export const CallBackSecret = z
	.strictObject({ secret: z.string().max(200).describe("The words that were shown once") })
	.meta({ id: "CallBackSecret" });

/** By the caller's choice: the same key with the same request is the same request, however often it is sent. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{16,200}$/;

/**
 * Asking for a call, for programs. JSON alone is taken, so that no page of another site can send it from a person's browser
 * unasked. Danger in the one optional line is answered with the card, whatever becomes of the request.
 */
export const callBacksApi = new Hono<AppEnv>()
	.post("/:area/call-backs", async (c) => {
		c.header("cache-control", "no-store");
		const area = c.req.param("area");
		const body = await readBody(c.req.raw, LARGEST_BODY);
		const json = parsed(body.text);
		const urgency = await findUrgency(c.var.deps, wordsIn(json, body.text), area);
		if (!body.whole) return problem(c, "TOO_LARGE", `Send at most ${LARGEST_BODY / 1024} kB.`, urgency);
		if (!isJson(c)) return problem(c, "INVALID", "Send JSON, with content-type: application/json.", urgency);
		const read = CallBackRequest.safeParse(json);
		if (!read.success) return problem(c, "INVALID", told(read.error), urgency);
		const outcome = await kept(c, area, read.data);
		if (outcome === "away") {
			const detail = "The request could not be kept, and nobody has seen it. Try again in a minute, or use the routes.";
			return problem(c, "UNAVAILABLE", detail, urgency);
		}
		const { call_backs: say } = c.var.deps.content.words;
		switch (outcome.kind) {
			case "wrong": {
				const detail = outcome.wrong.map(({ field, problem }) => `${field}: ${say.errors[problem]}.`).join(" ");
				return problem(c, "INVALID", detail, urgency);
			}
			case "closed":
				if (outcome.why === "no_area") return problem(c, "NOT_FOUND", `There is no area "${area}".`, urgency);
				return problem(c, "UNAVAILABLE", say.closed[outcome.why], urgency);
			case "accepted": {
				const { reference, secret, promisedBy, promise } = outcome.receipt;
				const promised_by = promisedBy === null ? null : new Date(promisedBy).toISOString();
				const message = promise ? say.form.promised_short.replace("{promise}", promise) : say.form.no_promise;
				return c.json({ reference, secret, status: "received", promised_by, promise, message, ...urgency }, 201);
			}
		}
	})
	.post("/:area/call-backs/:reference/status", async (c) => {
		const input = await readSecretBody(c);
		if (input instanceof Response) return input;
		const found = await showCallBack(c.var.deps, input);
		return found.kind === "found" ? c.json(found.view, 200) : refused(c, found.kind);
	})
	.post("/:area/call-backs/:reference/cancel", async (c) => {
		const input = await readSecretBody(c);
		if (input instanceof Response) return input;
		const done = await cancelCallBack(c.var.deps, input);
		if (!("view" in done)) return refused(c, done.kind);
		if (done.kind === "too_late")
			return problem(c, "CONFLICT", c.var.deps.content.words.call_backs.status.not_cancelled);
		return c.json(done.view, 200);
	})
	.post("/:area/call-backs/:reference/erase", async (c) => {
		const input = await readSecretBody(c);
		if (input instanceof Response) return input;
		const done = await eraseCallBack(c.var.deps, input);
		return "view" in done ? c.json(done.view, 200) : refused(c, done.kind);
	});

async function kept(c: Context<AppEnv>, area: string, request: CallBackRequest): Promise<RequestOutcome | "away"> {
	const given = c.req.header("idempotency-key") ?? "";
	const random = [...c.var.deps.chance.bytes(16)].join(".");
	const sending = IDEMPOTENCY_KEY.test(given) ? `key ${given}` : random;
	try {
		return await requestCallBack(c.var.deps, { area, request, sending });
	} catch (error) {
		if (error instanceof AppError && error.code === "UNAVAILABLE") return "away";
		throw error;
	}
}

/** The reference and its words, or the refusal. */
async function readSecretBody(c: Context<AppEnv>): Promise<{ reference: string; secret: string } | Response> {
	c.header("cache-control", "no-store");
	const body = await readBody(c.req.raw, 4096);
	const read = CallBackSecret.safeParse(parsed(body.text));
	if (!body.whole || !isJson(c) || !read.success)
		return problem(c, "INVALID", 'Send JSON: {"secret": "the four words"}, with content-type: application/json.');
	return { reference: c.req.param("reference") ?? "", secret: read.data.secret };
}

function refused(c: Context<AppEnv>, why: "mistyped" | "unknown"): Response {
	const { status } = c.var.deps.content.words.call_backs;
	return why === "mistyped" ? problem(c, "INVALID", status.mistyped) : problem(c, "NOT_FOUND", status.unknown);
}

function isJson(c: Context<AppEnv>): boolean {
	return /^application\/json\b/i.test(c.req.header("content-type") ?? "");
}

/** Fields that hold no sentence. */
const NO_WORDS: ReadonlySet<string> = new Set(["name", "phone", "email", "who", "language"]);

/** What a person may have written; of a body that is no request, all of it. */
function wordsIn(json: unknown, text: string): string {
	if (typeof json !== "object" || json === null) return text;
	return Object.entries(json)
		.flatMap(([field, value]) => (typeof value === "string" && !NO_WORDS.has(field) ? [value] : []))
		.join("\n");
}

/** Which field, and what is wrong with it: never the value, which may be somebody's number. */
function told(error: z.ZodError): string {
	return error.issues.map((issue) => `${issue.path.join(".") || "the request"}: ${issue.message}`).join("; ");
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
