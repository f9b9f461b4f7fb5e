import { type Context, Hono } from "hono";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import { requestId } from "hono/request-id";
import { secureHeaders } from "hono/secure-headers";
import { callBacksApi } from "#api/call-backs.ts";
import { conversationApi } from "#api/conversation.ts";
import { oembedApi } from "#api/embed.ts";
import { healthApi } from "#api/health.ts";
import { openApi } from "#api/openapi.ts";
import { orukApi } from "#api/oruk/oruk-api.ts";
import { placesApi } from "#api/places.ts";
import { problem, problemFrom } from "#api/problem.ts";
import { securityTxt } from "#api/security-txt.ts";
import { servicesApi } from "#api/services.ts";
import { AppError } from "#domain/errors.ts";
import type { AppEnv, Settings } from "#env.ts";
import { guardWrites } from "#guard-writes.ts";
import { ownResources } from "#own-resources.ts";
import { deskPages } from "#pages/desk/routes.tsx";
import { oembedDiscovery } from "#pages/embed/discovery.ts";
import { framing } from "#pages/embed/framing.ts";
import { embedPages } from "#pages/embed/routes.tsx";
import { errorPage, errorPageFrom } from "#pages/errors/error-response.tsx";
import { site } from "#pages/site.tsx";
import type { Dependencies } from "#ports.ts";

/** Addresses that machines read: their errors are problem details, not pages. */
const machineRe = /^\/(?:api|oruk|health|openapi\.json|embed\/oembed)(?:\/|$)/;

/** Forms that only ask, and that widgets and their fallbacks post from other sites: they change nothing and read no cookie. */
const askingRe = /^\/(?:api\/v1\/areas\/[^/]+\/services|directory\/[^/]+|embed\/frame\/[^/]+)$/;

/** The whole product as one handler of requests, given what it needs of the world. */
export function createApp(deps: Dependencies, settings: Settings) {
	return new Hono<AppEnv>({ getPath: pathWithoutSlash })
		.use(async (c, next) => {
			c.set("deps", deps);
			c.set("settings", settings);
			c.set("who", c.env?.who ?? "unknown");
			await next();
		})
		.use(ownResources)
		.use(framing)
		.use(requestId())
		.use(headers(settings))
		.use((c, next) => (tellsNothing(c) || askingRe.test(c.req.path) ? next() : refuseOtherSites(c, next)))
		.use(guardWrites((path) => machineRe.test(path)))
		.route("/health", healthApi)
		.route("/.well-known/security.txt", securityTxt)
		.route("/openapi.json", openApi)
		.route("/oruk/v3", orukApi)
		.route("/api/v1/conversation", conversationApi)
		.route("/api/v1/places", placesApi)
		.route("/api/v1/areas", servicesApi)
		.route("/api/v1/areas", callBacksApi)
		.use("/directory/:area", oembedDiscovery)
		.route("/embed/oembed", oembedApi)
		.route("/embed", embedPages)
		.route("/desk", deskPages)
		.route("/", site)
		.notFound((c) =>
			machineRe.test(c.req.path)
				? problem(c, "NOT_FOUND", "There is nothing at this address. Check it against /openapi.json.")
				: errorPage(c, "NOT_FOUND"),
		)
		.onError((thrown, c) => {
			const error = asAppError(thrown);
			return machineRe.test(c.req.path) ? problemFrom(c, error) : errorPageFrom(c, error);
		});
}

/** What Hono's own middleware throws (a form from another site, say), in our words. */
function asAppError(error: Error): Error {
	if (!(error instanceof HTTPException) || error.status >= 500) return error;
	return new AppError(error.status === 403 ? "FORBIDDEN" : "INVALID", "The request was refused.", { cause: error });
}

/**
 * Our pages send no referrer, for which browsers give "null" as the origin of their forms. Those that also tell the site of a
 * request are judged by that. Older ones are let through, also to the forms that write (a report, a vote, a call to be rung
 * back, a provider's word on its listing), and that is safe for one reason: no public form is let in by anything that a
 * browser adds by itself. A call-back's status wants its words, a listing its secret; the guide's cookie is SameSite=Strict.
 * So another site gains nothing by a visitor's old phone that it could not send from its own machine, limits included. The
 * desk does go by a cookie, and there `ownForm` lets none of this pass (`src/pages/desk/own-form.ts`).
 */
const refuseOtherSites = csrf({
	origin: (origin, c) =>
		origin === new URL(c.req.url).origin || (origin === "null" && c.req.header("sec-fetch-site") === undefined),
});

/** No browser of today posts a form from another site without telling; the oldest phones tell nothing of any form. */
function tellsNothing(c: Context): boolean {
	return c.req.header("origin") === undefined && c.req.header("sec-fetch-site") === undefined;
}

/** An address answers alike with and without a slash at its end (Open Referral UK asks for it). */
function pathWithoutSlash(request: Request): string {
	const { pathname } = new URL(request.url);
	return pathname.length > 1 && pathname.endsWith("/") ? pathname.slice(0, -1) : pathname;
}

/** Strict by default: nothing from elsewhere, nothing inline, no framing, no referrer. */
function headers(settings: Settings) {
	return secureHeaders({
		contentSecurityPolicy: {
			defaultSrc: ["'none'"],
			scriptSrc: ["'self'"],
			styleSrc: ["'self'"],
			imgSrc: ["'self'", "data:"],
			connectSrc: ["'self'"],
			formAction: ["'self'"],
			baseUri: ["'none'"],
			frameAncestors: ["'none'"],
		},
		referrerPolicy: "no-referrer",
		xFrameOptions: "DENY",
		crossOriginResourcePolicy: false,
		strictTransportSecurity: settings.production ? "max-age=31536000; includeSubDomains" : false,
		permissionsPolicy: {
			...{ camera: [], microphone: [], geolocation: [], payment: [], usb: [], serial: [], bluetooth: [], hid: [] },
			...{ displayCapture: [], accelerometer: [], gyroscope: [], magnetometer: [], midi: [], screenWakeLock: [] },
			...{ publickeyCredentialsGet: [], idleDetection: [], browsingTopics: [], attributionReporting: [] },
		},
	});
}
