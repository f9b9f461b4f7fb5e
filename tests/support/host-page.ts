import { createServer } from "node:http";
import {
	type AddressInfo,
	connect,
	createServer as createTcpServer,
	type Socket,
	type Server as TcpServer,
} from "node:net";

/** Pages of somebody else's site, by path, each with its content policy. */
export type HostPages = Readonly<Record<string, { readonly html: string; readonly policy?: string }>>;
export type Host = { readonly origin: string; readonly close: () => Promise<void> };

/** Another site on a port of its own, so that everything of ours is cross-origin to it. */
export async function openHost(pages: HostPages): Promise<Host> {
	const server = createServer((request, response) => {
		const page = pages[new URL(request.url ?? "/", "http://host").pathname];
		response.writeHead(page ? 200 : 404, {
			"content-type": "text/html; charset=utf-8",
			...(page?.policy ? { "content-security-policy": page.policy } : {}),
		});
		response.end(page?.html ?? "");
	});
	const port = await listen(server);
	return { origin: `http://127.0.0.1:${port}`, close: () => closed(server) };
}

/** A wire to our server that can be cut and mended: what a widget meets when a deployment goes away under it. */
export async function openWire(
	origin: string,
): Promise<Host & { readonly cut: () => void; readonly mend: () => void }> {
	const { port: target } = new URL(origin);
	const sockets = new Set<Socket>();
	let whole = true;
	const server = createTcpServer((near) => {
		sockets.add(near);
		near.on("error", () => near.destroy());
		near.on("close", () => sockets.delete(near));
		if (!whole) {
			near.destroy();
			return;
		}
		const far = connect(Number(target), "127.0.0.1");
		far.on("error", () => near.destroy());
		near.on("close", () => far.destroy());
		near.pipe(far).pipe(near);
	});
	const port = await listen(server);
	return {
		origin: `http://127.0.0.1:${port}`,
		cut: () => {
			whole = false;
			for (const socket of sockets) socket.destroy();
		},
		mend: () => {
			whole = true;
		},
		close: () => {
			for (const socket of sockets) socket.destroy();
			return closed(server);
		},
	};
}

function listen(server: TcpServer): Promise<number> {
	return new Promise((resolve) => {
		server.listen(0, "127.0.0.1", () => resolve(portOf(server.address())));
	});
}

function portOf(address: AddressInfo | string | null): number {
	return typeof address === "object" && address ? address.port : 0;
}

function closed(server: { readonly close: (done: () => void) => unknown }): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
	});
}
