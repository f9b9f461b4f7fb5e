import { createServer, type Server, type ServerResponse } from "node:http";

export type FeedServer = { readonly base: string; readonly close: () => Promise<void> };
/** What it returns is sent as JSON, unless it has answered by hand. */
export type FeedHandler = (url: URL, response: ServerResponse) => unknown;

/** A feed on this machine. */
export async function feedServer(handler: FeedHandler): Promise<FeedServer> {
	const server: Server = createServer((request, response) => {
		const value = handler(new URL(request.url ?? "/", "http://127.0.0.1"), response);
		if (response.writableEnded || value === undefined) return;
		response.setHeader("content-type", "application/json");
		response.end(JSON.stringify(value));
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
	return {
		base: `http://127.0.0.1:${address.port}`,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}

/** A page of a feed that has them all on one. */
export function onePage(contents: unknown) {
	return { total_items: Array.isArray(contents) ? contents.length : 1, total_pages: 1, page_number: 1, contents };
}

/** A service as a feed gives it, whole. */
export function fedService(number: number, more: object = {}) {
	return {
		id: `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`,
		name: `Club ${number}`,
		status: "active",
		description: "For everyone.",
		organization: { id: "00000000-0000-4000-8000-0000000fffff", name: "Riverside Trust", description: "A charity." },
		phones: [
			{ id: `00000000-0000-4000-8000-${(number + 5000).toString(16).padStart(12, "0")}`, number: "020 7946 0000" },
		],
		...more,
	};
}
