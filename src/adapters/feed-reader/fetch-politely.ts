import { isAddress, isInside } from "#adapters/feed-reader/inside-address.ts";

/** What a reader of somebody else's feed keeps to. */
export type FeedLimits = {
	/** Of all answers together. */
	readonly bytes: number;
	/** For the whole feed, milliseconds. */
	readonly time: number;
	/** For one answer, milliseconds. */
	readonly answerTime: number;
	readonly pages: number;
	/** Of one reading. One that needs more is cut short, and the next goes on from there. */
	readonly requests: number;
	/** Milliseconds between two requests. */
	readonly pause: number;
	/** Plain http and this machine's own addresses, for trying things out. */
	readonly loopback: boolean;
	/** The addresses behind a name, to refuse one that leads inside. Null where names cannot be looked up (the edge). */
	readonly addressesOf: ((host: string) => Promise<readonly string[]>) | null;
	/** The host this site itself answers at, which is never read; null where it is not known. */
	readonly ownHost: string | null;
};

export const FEED_LIMITS: FeedLimits = {
	bytes: 50 * 1024 * 1024,
	time: 20 * 60_000,
	answerTime: 30_000,
	pages: 2000,
	requests: Number.POSITIVE_INFINITY,
	pause: 100,
	loopback: false,
	addressesOf: null,
	ownHost: null,
};

/** Thrown inside the reading of a feed and turned into a value at its door. */
export class FeedError extends Error {
	readonly status: number | undefined;
	/** True where a later try may go well: the server was away, busy or slow. */
	readonly mayPass: boolean;
	constructor(message: string, status?: number, mayPass = status === 429 || (status ?? 0) >= 500) {
		super(message);
		this.name = "FeedError";
		this.status = status;
		this.mayPass = mayPass;
	}
}

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/** Refuses an address that is not https on the open internet. This machine's own is allowed where `loopback` is. */
export async function checkAddress(url: URL, limits: FeedLimits): Promise<void> {
	if (limits.ownHost !== null && url.hostname === limits.ownHost)
		throw new FeedError(`${url.hostname} is this site itself. Its own feed is not read back in.`);
	if (limits.loopback && LOOPBACK.test(url.hostname) && (url.protocol === "http:" || url.protocol === "https:")) return;
	if (url.protocol !== "https:")
		throw new FeedError(`${url.href} is not https. Ask the publisher for the secure address.`);
	if (url.username !== "" || url.password !== "")
		throw new FeedError("An address with a password in it is not followed.");
	const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
	const literal = isAddress(host);
	// Where names cannot be looked up, one without a dot, or of a local kind, is all that can be told from outside.
	if (!literal && (!host.includes(".") || LOCAL_NAME.test(host))) throw new FeedError(notOpen(host));
	if (!literal && limits.addressesOf === null) return;
	const addresses = literal ? [host] : ((await limits.addressesOf?.(host)) ?? []);
	if (addresses.length === 0)
		throw new FeedError(`There is no server called ${host}. Check the address given with --from.`);
	if (addresses.some(isInside)) throw new FeedError(notOpen(host));
}

const LOCAL_NAME = /\.(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/i;
const notOpen = (host: string) => `${host} is not on the open internet, so it is not read.`;

export type Answer = { readonly text: string; readonly url: URL };
export type PoliteFetch = (url: URL) => Promise<Answer>;

const MOST_REDIRECTS = 5;
/** Milliseconds to wait before the second and third try of an answer that may be better then. */
const PATIENCE = [1000, 4000];

/** A fetch that keeps to the limits from its first request to its last: one at a time, a pause between, never elsewhere. */
export function politeFetch(limits: FeedLimits): PoliteFetch {
	const end = Date.now() + limits.time;
	let bytes = 0;
	let requests = 0;

	async function once(start: URL): Promise<Answer> {
		let url = start;
		for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
			await checkAddress(url, limits);
			if (Date.now() > end)
				throw new FeedError(`The feed took longer than ${Math.round(limits.time / 60_000)} minutes.`, undefined, true);
			requests += 1;
			if (requests > limits.requests)
				throw new FeedError(
					`The feed needs more than ${limits.requests} requests: the next run goes on.`,
					undefined,
					true,
				);
			const response = await fetch(url, {
				redirect: "manual",
				signal: AbortSignal.timeout(limits.answerTime),
				headers: {
					accept: "application/json, application/x-ndjson, text/csv",
					"user-agent": "Fingerpost directory import",
				},
			});
			const next = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
			if (next === null) return { text: await bodyOf(response, url), url };
			await response.body?.cancel();
			const target = new URL(next, url);
			if (target.host !== start.host)
				throw new FeedError(
					`${start.host} sends its readers on to ${target.host}. If that is right, give that address with --from.`,
				);
			url = target;
		}
		throw new FeedError(`${start.href} sends its readers round in circles.`);
	}

	async function bodyOf(response: Response, url: URL): Promise<string> {
		const chunks: Uint8Array[] = [];
		for await (const chunk of response.body ?? []) {
			bytes += chunk.length;
			if (bytes > limits.bytes)
				throw new FeedError(
					`The feed is larger than ${Math.round(limits.bytes / 1e6)} MB, more than a directory can be.`,
				);
			chunks.push(chunk);
		}
		if (!response.ok) throw new FeedError(`${url.href} answered ${response.status}.`, response.status);
		return new TextDecoder().decode(Buffer.concat(chunks));
	}

	return async (url) => {
		for (let attempt = 0; ; attempt += 1) {
			if (requests > 0) await wait(limits.pause);
			try {
				return await once(url);
			} catch (error) {
				const patience = PATIENCE[attempt];
				if (patience === undefined || !mayPass(error)) throw asFeedError(error, url);
				await wait(Math.min(patience, limits.pause * 40));
			}
		}
	};
}

function mayPass(error: unknown): boolean {
	if (error instanceof FeedError) return error.mayPass && error.status !== undefined;
	return error instanceof Error && error.name !== "TimeoutError";
}

function asFeedError(error: unknown, url: URL): FeedError {
	if (error instanceof FeedError) return error;
	if (error instanceof Error && error.name === "TimeoutError")
		return new FeedError(`${url.href} did not answer in time.`, undefined, true);
	return new FeedError(`${url.href} could not be reached.`, undefined, true);
}

function wait(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
