import type { Context, MiddlewareHandler } from "hono";
import { problem } from "#api/problem.ts";
import { readBody } from "#api/read-body.ts";
import { wordsOfBody } from "#api/words-of-body.ts";
import { AppError } from "#domain/errors.ts";
import type { LimitKind } from "#domain/limits/limit-kinds.ts";
import type { AppEnv } from "#env.ts";
import { errorPage } from "#pages/errors/error-response.tsx";
import { findUrgency } from "#services/find-urgency.ts";

const MEGABYTE = 1024 * 1024;

type Guard = { readonly path: RegExp; readonly kind: LimitKind; readonly bytes?: number };

/** The first that fits a path says how it is limited, and how large a body may be; a path that none fits is a "write". */
const GUARDS: readonly Guard[] = [
	// A reader's word on a listing, though it stands under the directory.
	{ path: /\/reports?$/, kind: "write" },
	// What only asks, however often it is asked: the guide, searches, dates, words. A frightened person taps fast.
	{ path: /^\/(?:guide|dates|glossary|directory|embed)(?:\/|$)/, kind: "turn" },
	{ path: /^\/api\/v1\/conversation\//, kind: "turn" },
	{ path: /^\/api\/v1\/areas\/[^/]+\/services$/, kind: "turn" },
	// A secret is looked up: guessing is what is limited.
	{ path: /\/call-backs?\/(?:[^/]+\/)?(?:status|cancel|erase)(?:\/|$)/, kind: "status" },
	{ path: /^\/listing(?:\/|$)/, kind: "status" },
	{ path: /^\/desk\/(?:sign-in|sign-out|callback|link|demo)(?:\/|$)/, kind: "sign_in" },
	// Signed in, a whole council is one network; files are imported here.
	{ path: /^\/desk(?:\/|$)/, kind: "turn", bytes: 12 * MEGABYTE },
];
const WRITE = { kind: "write", bytes: MEGABYTE } as const satisfies Omit<Guard, "path">;

/** As much of a refused body as is read for danger. */
const READ_FOR_DANGER = 256 * 1024;

/**
 * Every request that is no reading is counted and its body bounded, whatever route it goes to: a new route cannot forget.
 * One that is refused is still read for danger, and answered with the card.
 */
export function guardWrites(isMachine: (path: string) => boolean): MiddlewareHandler<AppEnv> {
	return async (c, next) => {
		if (READING.has(c.req.method) && !SIGNING_IN.test(c.req.path)) return next();
		const { kind, bytes = MEGABYTE } = GUARDS.find(({ path }) => path.test(c.req.path)) ?? WRITE;
		const refuse = refuser(c, isMachine(c.req.path));
		if (await c.var.settings.limited(kind, c.var.who)) return refuse("RATE_LIMITED", "Wait a minute, then go on.");
		const most = `Send at most ${Math.floor(bytes / 1024)} kB.`;
		if (Number(c.req.header("content-length") ?? 0) > bytes) return refuse("TOO_LARGE", most);
		if (c.req.raw.body && c.req.header("content-length") === undefined) c.req.raw = bounded(c.req.raw, bytes, most);
		return next();
	};
}
const READING = new Set(["GET", "HEAD", "OPTIONS"]);
/** Reads by their method that are tries to get in. */
const SIGNING_IN = /^\/desk\/sign-in\/./;

function refuser(c: Context<AppEnv>, machine: boolean) {
	return async (code: "RATE_LIMITED" | "TOO_LARGE", detail: string): Promise<Response> => {
		const { text } = await readBody(c.req.raw, READ_FOR_DANGER);
		const words = wordsOfBody(text, c.req.header("content-type") ?? null);
		const urgency = await findUrgency(c.var.deps, words);
		if (!machine) return errorPage(c, code, urgency.urgent);
		// Read by widgets on other sites as well, and it tells nothing of anybody.
		c.header("access-control-allow-origin", "*");
		return problem(c, code, detail, urgency);
	};
}

/** The same request, whose body breaks off with TOO_LARGE: for one that does not say its size beforehand. */
function bounded(request: Request, most: number, detail: string): Request {
	let size = 0;
	const counted = request.body?.pipeThrough(
		new TransformStream<Uint8Array, Uint8Array>({
			transform(chunk, controller) {
				size += chunk.byteLength;
				if (size > most) controller.error(new AppError("TOO_LARGE", detail));
				else controller.enqueue(chunk);
			},
		}),
	);
	return new Request(request, { body: counted ?? null, ...HALF });
}
/** What Node asks of a request whose body is a stream; the edge does without. */
const HALF: object = { duplex: "half" };
