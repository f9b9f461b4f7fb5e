import type { ChatCompletionCreateParamsStreaming } from "openai/resources/chat/completions";
import * as z from "zod";
import { cappedBody, TooLong } from "#adapters/openai/capped-body.ts";
import type { ModelRequest } from "#domain/phrasing/instructions.ts";
import type { ModelFailure, ModelSettings } from "#ports/language-model.ts";

/** More than this is no reply to what we ask. In bytes as they arrive, and in characters of the reply itself. */
const MOST_BYTES = 512 * 1024;
const MOST_CHARACTERS = 16_000;
/** The same words for the same question, as far as the service can. */
const SEED = 7;

const Chunk = z.object({
	choices: z.array(
		z.object({
			delta: z
				.object({ content: z.string().nullish(), refusal: z.string().nullish(), tool_calls: z.unknown().optional() })
				.default({}),
			finish_reason: z.string().nullish(),
		}),
	),
});
const Whole = z.object({
	choices: z
		.array(
			z.object({
				message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
				finish_reason: z.string().nullish(),
			}),
		)
		.min(1),
});

/**
 * Sends one request and hands over the pieces of the reply as they come. Answers "done", or why there is nothing. Never
 * throws, whatever the service does, and never reads more than it would use. Nothing of request or reply is logged.
 */
export async function streamReply(
	settings: ModelSettings,
	request: ModelRequest,
	signal: AbortSignal,
	onText: (piece: string) => void,
): Promise<"done" | ModelFailure> {
	const controller = new AbortController();
	const stop = () => controller.abort();
	signal.addEventListener("abort", stop, { once: true });
	if (signal.aborted) stop();
	try {
		const response = await fetch(`${settings.baseUrl.replace(/\/+$/, "")}/chat/completions`, {
			method: "POST",
			headers: {
				"content-type": "application/json",
				accept: "text/event-stream",
				...(settings.apiKey === "" ? {} : { authorization: `Bearer ${settings.apiKey}` }),
			},
			body: JSON.stringify(bodyOf(settings, request)),
			// Nothing we send goes where the council did not say.
			redirect: "manual",
			signal: controller.signal,
		});
		if (response.status === 429) return "limited";
		if (response.status >= 300 || !response.ok || !response.body) return "failed";
		const body = new Response(cappedBody(response.body, MOST_BYTES), { headers: response.headers });
		return response.headers.get("content-type")?.includes("json")
			? await readWhole(body, onText)
			: await readStream(body, controller, onText);
	} catch (error) {
		if (signal.aborted) return "too_late";
		if (error instanceof TooLong) return "too_long";
		if (error instanceof SyntaxError) return "unreadable";
		return error instanceof TypeError ? "unreachable" : "failed";
	} finally {
		signal.removeEventListener("abort", stop);
		stop();
	}
}

function bodyOf(settings: ModelSettings, request: ModelRequest): ChatCompletionCreateParamsStreaming {
	const { name, schema } = request.schema;
	return {
		model: settings.name,
		messages: [
			{ role: "system", content: request.system },
			{ role: "user", content: request.user },
		],
		stream: true,
		store: false,
		temperature: 0,
		seed: SEED,
		n: 1,
		max_tokens: request.mostTokens,
		response_format: { type: "json_schema", json_schema: { name, schema: { ...schema }, strict: true } },
	};
}

async function readStream(
	response: Response,
	controller: AbortController,
	onText: (piece: string) => void,
): Promise<"done" | ModelFailure> {
	// The reader of the openai package alone: its whole client would take 95 kB of the Worker.
	const { Stream } = await import("openai/core/streaming");
	let length = 0;
	for await (const event of Stream.fromSSEResponse<unknown>(response, controller)) {
		const read = Chunk.safeParse(event);
		if (!read.success) return "unreadable";
		for (const { delta, finish_reason } of read.data.choices) {
			if (delta.refusal || finish_reason === "content_filter") return "refused";
			if (delta.tool_calls !== undefined && delta.tool_calls !== null) return "unreadable";
			if (finish_reason === "length") return "too_long";
			if (!delta.content) continue;
			length += delta.content.length;
			if (length > MOST_CHARACTERS) return "too_long";
			onText(delta.content);
		}
	}
	return length === 0 ? "unreadable" : "done";
}

/** A service that does not stream answers in one piece. */
async function readWhole(response: Response, onText: (piece: string) => void): Promise<"done" | ModelFailure> {
	const read = Whole.safeParse(JSON.parse(await response.text()));
	const choice = read.data?.choices[0];
	if (!choice) return "unreadable";
	if (choice.message.refusal || choice.finish_reason === "content_filter") return "refused";
	if (choice.finish_reason === "length") return "too_long";
	if (!choice.message.content) return "unreadable";
	if (choice.message.content.length > MOST_CHARACTERS) return "too_long";
	onText(choice.message.content);
	return "done";
}
