import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

type Key = { readonly kid: string; readonly privateKey: CryptoKey; readonly jwk: object };

/** An OpenID Connect provider whose every answer a test chooses: for what a well-behaved one never sends. */
export type TokenProvider = {
	readonly issuer: string;
	/** What the next exchange of a code answers. */
	answer: (form: URLSearchParams, headers: IncomingMessage["headers"]) => Promise<object> | object;
	/** Put over what the provider says of itself. */
	metadata: Readonly<Record<string, unknown>>;
	/** What the user info says. */
	userInfo: object;
	/** Its keys from now on are others. */
	readonly rotate: () => Promise<void>;
	readonly sign: (claims: JWTPayload, header?: { alg?: string; kid?: string }) => Promise<string>;
	/** Paths that were asked for. */
	readonly asked: string[];
	readonly close: () => Promise<void>;
};

export async function openTokenProvider(): Promise<TokenProvider> {
	let key = await newKey(1);
	const asked: string[] = [];
	const server = createServer(async (request, response) => {
		const path = (request.url ?? "").split("?")[0] ?? "";
		asked.push(path);
		const body = await answerTo(path, request);
		response.writeHead(body === null ? 404 : "error" in body ? 400 : 200, { "content-type": "application/json" });
		response.end(JSON.stringify(body ?? { error: "none" }));
	});
	await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
	const issuer = `http://127.0.0.1:${portOf(server.address())}`;
	async function answerTo(path: string, request: IncomingMessage): Promise<object | null> {
		switch (path) {
			case "/.well-known/openid-configuration":
				return {
					issuer,
					authorization_endpoint: `${issuer}/authorize`,
					token_endpoint: `${issuer}/token`,
					jwks_uri: `${issuer}/jwks`,
					userinfo_endpoint: `${issuer}/me`,
					...provider.metadata,
				};
			case "/jwks":
			case "/cdn-cgi/access/certs":
				return { keys: [key.jwk] };
			case "/me":
				return provider.userInfo;
			case "/token":
				return provider.answer(new URLSearchParams(await textOf(request)), request.headers);
			default:
				return null;
		}
	}
	const provider: TokenProvider = {
		issuer,
		answer: () => ({ error: "invalid_grant" }),
		metadata: {},
		userInfo: {},
		rotate: async () => {
			key = await newKey(Number(key.kid) + 1);
		},
		sign: (claims, header = {}) =>
			new SignJWT(claims).setProtectedHeader({ alg: "ES256", kid: key.kid, ...header }).sign(key.privateKey),
		asked,
		close: () => new Promise((closed) => server.close(() => closed())),
	};
	return provider;
}

async function newKey(number: number): Promise<Key> {
	const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
	const kid = String(number);
	return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: "ES256", use: "sig" } };
}

async function textOf(request: IncomingMessage): Promise<string> {
	let text = "";
	for await (const part of request) text += part;
	return text;
}

function portOf(address: AddressInfo | string | null): number {
	if (address === null || typeof address === "string") throw new Error("The server has no port.");
	return address.port;
}
