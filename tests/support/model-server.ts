import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { ModelSettings } from "#ports/language-model.ts";

export type ModelServer = {
	readonly url: string;
	/** The bodies of all requests so far. */
	readonly asked: readonly string[];
	/** What the next requests get. */
	behave: (how: Behaviour) => void;
	readonly close: () => Promise<void>;
};

export type Behaviour = (response: ServerResponse, request: IncomingMessage) => void | Promise<void>;

/** A server of chat completions that does what a test tells it to, however wrong. */
export async function modelServer(): Promise<ModelServer> {
	let behaviour: Behaviour = (response) => void response.writeHead(500).end();
	const asked: string[] = [];
	const server = createServer((request, response) => {
		let body = "";
		request.on("data", (piece) => {
			body += piece;
		});
		request.on("end", () => {
			asked.push(body);
			response.on("error", () => {});
			void behaviour(response, request);
		});
	});
	await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
	const address = server.address();
	const port = typeof address === "object" && address ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		asked,
		behave: (how) => {
			behaviour = how;
		},
		close: () =>
			new Promise((closed) => {
				server.close(() => closed());
				server.closeAllConnections();
			}),
	};
}

const SSE = { "content-type": "text/event-stream" };

/** One event of a stream of chat completions. */
export function chunk(content: string, finish: string | null = null): string {
	const choices = [{ index: 0, delta: { content }, finish_reason: finish }];
	return `data: ${JSON.stringify({ id: "x", object: "chat.completion.chunk", created: 1, model: "m", choices })}\n\n`;
}

/** Streams a text in pieces, as a real service does, and ends well. */
export function streams(text: string, size = 24): Behaviour {
	return (response) => {
		response.writeHead(200, SSE);
		for (let at = 0; at < text.length; at += size) response.write(chunk(text.slice(at, at + size)));
		response.end(`${chunk("", "stop")}data: [DONE]\n\n`);
	};
}

/** A reply of sentences, each with the passages it cites. */
export function sentencesReply(...sentences: readonly (readonly [text: string, ...cited: string[]])[]): string {
	return JSON.stringify({ sentences: sentences.map(([text, ...passages]) => ({ text, passages })) });
}

/** Settings for a test: waits that are short, and an area that has it on. */
export function testModel(baseUrl: string, more: Partial<ModelSettings> = {}): ModelSettings {
	return {
		baseUrl,
		name: "test-model",
		apiKey: "test-key",
		areas: ["demo"],
		youngPeople: false,
		translate: false,
		dailyTurns: 10_000,
		firstSentenceMs: 300,
		inAllMs: 600,
		...more,
	};
}
