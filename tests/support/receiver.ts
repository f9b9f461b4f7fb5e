import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";

export type Received = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string };

/** What a receiver does with one request, by how many came before it. */
export type Manner = (response: ServerResponse, received: Received, before: number) => void;

export type Receiver = {
	readonly url: string;
	readonly received: Received[];
	/** From now on. */
	readonly behave: (manner: Manner) => void;
	readonly close: () => Promise<void>;
};

export const takes: Manner = (response) => response.writeHead(204).end();

/** A real HTTP server that takes messages, and does with them what a test says. */
export async function startReceiver(manner: Manner = takes): Promise<Receiver> {
	const received: Received[] = [];
	let now = manner;
	const server: Server = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on("data", (part: Buffer) => parts.push(part));
		request.on("end", () => {
			const one = { path: request.url ?? "", headers: request.headers, body: Buffer.concat(parts).toString("utf8") };
			received.push(one);
			now(response, one, received.length - 1);
		});
		request.on("error", () => {});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	const port = typeof address === "object" && address ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}`,
		received,
		behave: (next) => {
			now = next;
		},
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}
