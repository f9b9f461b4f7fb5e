import { Socket } from "node:net";

/**
 * No test may reach beyond this machine. Every connection of Node's goes through here, fetch's included;
 * one that leaves the loopback range throws before a packet is sent. `tests/support/only-loopback.test.ts` proves it.
 */
const loopbackRe = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/;
const connect = Socket.prototype.connect;

function targetOf(args: readonly unknown[]): string {
	const first = Array.isArray(args[0]) ? args[0][0] : args[0];
	if (typeof first === "object" && first !== null) {
		if ("path" in first && typeof first.path === "string") return "localhost";
		if ("host" in first && typeof first.host === "string") return first.host;
		return "localhost";
	}
	return typeof args[1] === "string" ? args[1] : "localhost";
}

Object.defineProperty(Socket.prototype, "connect", {
	value(this: Socket, ...args: readonly unknown[]): Socket {
		const host = targetOf(args);
		if (!loopbackRe.test(host)) throw new Error(`A test tried to reach ${host}. Tests stay on this machine.`);
		return Reflect.apply(connect, this, args);
	},
});
