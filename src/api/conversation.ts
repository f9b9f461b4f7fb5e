import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { problem } from "#api/problem.ts";
import { readBody } from "#api/read-body.ts";
import { readTurn } from "#api/read-turn.ts";
import type { AppEnv } from "#env.ts";
import { findUrgency } from "#services/find-urgency.ts";
import { takeTurn } from "#services/take-turn.ts";

/** A message of 20,000 characters, each of them escaped, and the rest of a turn: in bytes. */
const LARGEST_BODY = 256 * 1024;

/**
 * A turn. Who accepts `text/event-stream` gets each sentence of a model as an event "sentence" once it is accepted, whole, and
 * at the end the event "view": the same view as everybody's, which stands in place of all before it.
 */
export const conversationApi = new Hono<AppEnv>().post("/turns", async (c) => {
	c.header("cache-control", "no-store");
	const body = await readBody(c.req.raw, LARGEST_BODY);
	if (!body.whole) {
		const detail = `Send at most ${LARGEST_BODY / 1024} kB. We read the first part of it for danger.`;
		return problem(c, "TOO_LARGE", detail, await findUrgency(c.var.deps, body.text));
	}
	const read = readTurn(body.text);
	if (!read.ok) return problem(c, "INVALID", read.detail, await findUrgency(c.var.deps, read.text));
	if (!c.req.header("accept")?.includes("text/event-stream")) return c.json(await takeTurn(c.var.deps, read.turn), 200);
	return streamSSE(c, async (stream) => {
		const send = (event: string, data: unknown) => stream.writeSSE({ event, data: JSON.stringify(data) });
		const view = await takeTurn(c.var.deps, read.turn, ({ text, answers }) => void send("sentence", { text, answers }));
		await send("view", view);
	});
});
