import { connect, createServer, type Socket } from "node:net";

export type Door = {
	readonly url: string;
	/** Shuts the door in everybody's face, and opens it again. */
	readonly away: () => Promise<void>;
	readonly back: () => Promise<void>;
	readonly close: () => Promise<void>;
};

/** A way to a server on this machine that can be taken away and given back at the same address. */
export async function doorTo(target: string): Promise<Door> {
	const { hostname, port } = new URL(target);
	const open = new Set<Socket>();
	let here = true;
	const server = createServer((socket) => {
		if (!here) {
			socket.destroy();
			return;
		}
		const through = connect(Number(port), hostname);
		for (const end of [socket, through]) {
			open.add(end);
			end.on("error", () => end.destroy());
			end.on("close", () => open.delete(end));
		}
		socket.pipe(through).pipe(socket);
	});
	await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
	const address = server.address();
	const at = typeof address === "object" && address !== null ? address.port : 0;
	const cut = () => {
		for (const socket of open) socket.destroy();
	};
	return {
		url: `http://127.0.0.1:${at}`,
		away: async () => {
			here = false;
			cut();
		},
		back: async () => {
			here = true;
		},
		close: async () => {
			cut();
			server.close();
		},
	};
}
