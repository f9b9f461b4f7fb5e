import { type Context, Hono } from "hono";
import { returnPath } from "#domain/desk/return-path.ts";
import type { AppEnv } from "#env.ts";
import { dropDeskCookie, ownOrigin, readDeskCookie, setDeskCookie } from "#pages/desk/desk-cookies.ts";
import { DeskFrame } from "#pages/desk/desk-layout.tsx";
import { deskPaths } from "#pages/desk/desk-paths.ts";
import { MessagePage } from "#pages/desk/message-page.tsx";
import { paths } from "#pages/paths.ts";
import type { SignInRefusal } from "#ports/sign-in.ts";
import { useDemonstrationLink } from "#services/demonstration-link.ts";
import { finishSignIn } from "#services/finish-sign-in.ts";
import { openDeskSession } from "#services/open-desk-session.ts";
import { startSignIn } from "#services/start-sign-in.ts";

/** The way in: by the deployment's provider, by Cloudflare Access, or by the demonstration's link. */
export const signInPages = new Hono<AppEnv>()
	.get("/", (c) => (c.var.deps.signIn.kind === "access" ? throughAccess(c) : c.html(<SignInPage c={c} />)))
	.get("/start", async (c) => {
		const { signIn, clock } = c.var.deps;
		if (signIn.kind !== "oidc") return c.redirect(deskPaths.signIn(), 303);
		const back = c.req.query("return");
		const started = await startSignIn(signIn, { back, redirectUri: redirectUri(c), now: clock.now() });
		if (started.kind === "refused") return refusal(c, started);
		setDeskCookie(c, "desk-signing-in", started.cookie);
		return c.redirect(started.to, 303);
	})
	.get("/callback", async (c) => {
		const { deps } = c.var;
		if (deps.signIn.kind !== "oidc") return c.redirect(deskPaths.signIn(), 303);
		const finished = await finishSignIn(deps, deps.signIn, {
			parameters: new URL(c.req.url).searchParams,
			cookie: readDeskCookie(c, "desk-signing-in"),
			redirectUri: redirectUri(c),
		});
		dropDeskCookie(c, "desk-signing-in");
		if (finished.kind === "refused") return refusal(c, finished);
		setDeskCookie(c, "desk", finished.secret);
		return c.redirect(finished.back, 303);
	})
	.get("/link", async (c) => {
		const secret = await useDemonstrationLink(c.var.deps, c.req.query("code"));
		const { words } = c.var.deps.content;
		if (secret === null) return c.html(<MessagePage words={words} {...words.desk.link} />, 410);
		setDeskCookie(c, "desk", secret);
		return c.redirect(deskPaths.door(), 303);
	});

async function throughAccess(c: Context<AppEnv>) {
	const { deps } = c.var;
	if (deps.signIn.kind !== "access") return c.redirect(deskPaths.signIn(), 303);
	const found = await deps.signIn.identify(c.req.header("cf-access-jwt-assertion"));
	if (found.kind === "refused") return refusal(c, found);
	setDeskCookie(c, "desk", await openDeskSession(deps, found.identity, "access"));
	return c.redirect(returnPath(c.req.query("return")), 303);
}

function redirectUri(c: Context<AppEnv>): string {
	return ownOrigin(c) + deskPaths.callback();
}

function refusal(c: Context<AppEnv>, { why, detail }: SignInRefusal) {
	const { words } = c.var.deps.content;
	const { refused } = words.desk;
	const said = { ...refused, "provider away": refused.provider_away, "no assertion": refused.no_assertion }[why];
	const status = why === "provider away" ? 503 : why === "cancelled" ? 403 : 400;
	const go = { href: deskPaths.signIn(), label: refused.again };
	return c.html(<MessagePage words={words} title={refused.title} body={said} go={go} detail={detail} />, status);
}

function SignInPage({ c }: { readonly c: Context<AppEnv> }) {
	const { content, signIn } = c.var.deps;
	const { words } = content;
	const { sign_in } = words.desk;
	return (
		<DeskFrame words={words} title={sign_in.title}>
			<h1>{sign_in.title}</h1>
			<p class="lead">{sign_in.body}</p>
			{signIn.kind === "oidc" ? (
				<p>
					<a class="button" href={deskPaths.start(returnPath(c.req.query("return")))}>
						{sign_in.button}
					</a>
				</p>
			) : (
				<p>
					{signIn.kind === "none"
						? signIn.production
							? sign_in.closed
							: sign_in.demonstration
						: sign_in.misconfigured}
				</p>
			)}
			{signIn.kind === "misconfigured" ? (
				<p class="small">{sign_in.operator.replace("{detail}", () => signIn.why)}</p>
			) : null}
			<p class="note">
				{sign_in.family} <a href={paths.home()}>{sign_in.family_link}</a>
			</p>
		</DeskFrame>
	);
}
