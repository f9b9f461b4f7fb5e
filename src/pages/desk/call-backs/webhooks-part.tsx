import type { Context } from "hono";
import type { Words } from "#content/library.ts";
import type { Webhook } from "#domain/directory/area-settings.ts";
import type { AppEnv } from "#env.ts";
import { callBackPaths } from "#pages/desk/call-backs/paths.ts";
import { DeskLayout, FormToken } from "#pages/desk/desk-layout.tsx";
import type { Desk, DeskPart } from "#pages/desk/desk-part.ts";
import { Told } from "#pages/desk/told.tsx";
import { changeWebhook, sendTestMessage, type WebhookAct, type WebhookOutcome } from "#services/change-webhooks.ts";

const ACTS: readonly WebhookAct[] = ["add", "rotate", "retire", "remove"];

/** Where else an area's requests are announced, for systems: addresses, and secrets that are shown once. */
export const webhooksPart: DeskPart = {
	label: (words) => words.desk_call_backs.webhooks.title,
	routes: [
		{
			method: "GET",
			path: callBackPaths.below.webhooks,
			permission: "settings.read",
			answer: (c, desk) => show(c, desk, null),
		},
		{
			method: "POST",
			path: callBackPaths.below.webhooks,
			permission: "settings.change",
			answer: async (c, desk) => {
				const { area, actor, form } = desk;
				const act = ACTS.find((one) => one === form.text("act"));
				if (!act) return show(c, desk, { kind: "unknown" });
				return show(c, desk, await changeWebhook(c.var.deps, { area: area.slug, act, url: form.text("url"), actor }));
			},
		},
		{
			method: "POST",
			path: callBackPaths.below.test,
			permission: "settings.change",
			answer: async (c, { area, actor }) => {
				const sent = await sendTestMessage(c.var.deps, { area: area.slug, actor });
				return c.redirect(callBackPaths.messages(area.slug, sent > 0 ? "tested" : "nowhere"), 303);
			},
		},
	],
};

async function show(c: Context<AppEnv>, desk: Desk, outcome: WebhookOutcome | null) {
	const { deps } = c.var;
	const { settings } = await deps.areaSettings.read(desk.area.slug);
	const hooks = settings.delivery?.webhooks ?? [];
	const { words } = deps.content;
	return c.html(
		<WebhooksPage words={words} desk={desk} hooks={hooks} outcome={outcome} />,
		outcome === null || outcome.kind === "changed" ? 200 : 422,
	);
}

type PageProps = {
	readonly words: Words;
	readonly desk: Desk;
	readonly hooks: readonly Webhook[];
	readonly outcome: WebhookOutcome | null;
};

function WebhooksPage({ words, desk, hooks, outcome }: PageProps) {
	const { webhooks: say, messages } = words.desk_call_backs;
	const secret = outcome?.kind === "changed" ? outcome.secret : null;
	return (
		<DeskLayout words={words} desk={desk} title={say.title} here={callBackPaths.messages(desk.area.slug)}>
			<p class="up">
				<a href={callBackPaths.messages(desk.area.slug)}>{messages.label}</a>
			</p>
			<h1>{say.title}</h1>
			<p class="lead">{say.lead}</p>
			<Told text={outcome ? say.outcomes[outcome.kind] : undefined} />
			{secret ? (
				<section class="card" aria-labelledby="secret">
					<h2 id="secret">{say.secret}</h2>
					<p class="member">
						<code>{secret}</code>
					</p>
					<p>{say.secret_hint}</p>
				</section>
			) : null}
			{hooks.length === 0 ? <p>{say.none}</p> : null}
			{hooks.map((hook) => (
				<Hook words={words} desk={desk} hook={hook} />
			))}
			{desk.may("settings.change") ? (
				<form method="post" action={callBackPaths.webhooks(desk.area.slug)}>
					<FormToken token={desk.token} />
					<label for="url">{say.address}</label>
					<p class="hint" id="url-hint">
						{say.address_hint}
					</p>
					<input id="url" name="url" type="text" inputmode="url" autocomplete="off" aria-describedby="url-hint" />
					<button class="primary" type="submit" name="act" value="add">
						{say.add}
					</button>
				</form>
			) : null}
		</DeskLayout>
	);
}

function Hook({ words, desk, hook }: Pick<PageProps, "words" | "desk"> & { readonly hook: Webhook }) {
	const { webhooks: say } = words.desk_call_backs;
	const { host } = new URL(hook.url);
	const two = hook.secrets.length > 1;
	const acts = two ? (["retire", "remove"] as const) : (["rotate", "remove"] as const);
	return (
		<section class="card">
			<h2 class="member">{host}</h2>
			<p>{two ? say.two_secrets : say.one_secret}</p>
			{desk.may("settings.change") ? (
				<form method="post" action={callBackPaths.webhooks(desk.area.slug)}>
					<FormToken token={desk.token} />
					<input type="hidden" name="url" value={hook.url} />
					{acts.map((act) => (
						<>
							<button class="quiet" type="submit" name="act" value={act}>
								{say[act]} <span class="visually-hidden">{host}</span>
							</button>{" "}
						</>
					))}
				</form>
			) : null}
		</section>
	);
}
