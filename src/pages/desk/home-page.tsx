import type { Words } from "#content/library.ts";
import { EVERY_AREA, ROLES, rolesIn } from "#domain/desk/roles.ts";
import { DeskLayout, FormToken } from "#pages/desk/desk-layout.tsx";
import type { Desk, DeskPart, Waiting } from "#pages/desk/desk-part.ts";
import { deskPaths } from "#pages/desk/desk-paths.ts";
import type { Dependencies } from "#ports.ts";

/** The area's front page: what waits today, by part, the pressing first. */
export function homePart(others: readonly DeskPart[]): DeskPart {
	return {
		label: (words) => words.desk.bar.home,
		bar: { path: "", permission: "desk.open" },
		routes: [
			{
				method: "GET",
				path: "",
				permission: "desk.open",
				answer: async (c, desk) => {
					const found = await Promise.all(others.map((part) => waitingIn(c.var.deps, desk, part)));
					const waiting = found.flatMap((part) => (typeof part === "string" ? [] : part));
					const unknown = found.filter((part) => typeof part === "string");
					return c.html(<HomePage words={c.var.deps.content.words} desk={desk} waiting={waiting} unknown={unknown} />);
				},
			},
		],
	};
}

/** What of a part waits; its name where that could not be found out. */
async function waitingIn(
	deps: Dependencies,
	desk: Desk,
	{ waiting, label }: DeskPart,
): Promise<readonly Waiting[] | string> {
	if (waiting === undefined || !desk.may(waiting.permission)) return [];
	try {
		return (await waiting.of(deps, desk)).filter(({ count }) => count > 0);
	} catch {
		return label(deps.content.words);
	}
}

type HomeProps = {
	readonly words: Words;
	readonly desk: Desk;
	readonly waiting: readonly Waiting[];
	readonly unknown: readonly string[];
};

function HomePage({ words, desk, waiting, unknown }: HomeProps) {
	const { home, roles, roles_mean, bar } = words.desk;
	const order = [...waiting].sort((one, other) => Number(other.pressing ?? false) - Number(one.pressing ?? false));
	const mine = [...rolesIn(desk.session.roles, desk.area.slug), ...rolesIn(desk.session.roles, EVERY_AREA)];
	return (
		<DeskLayout words={words} desk={desk} title={home.title} here={deskPaths.area(desk.area.slug)}>
			<h1>{home.title}</h1>
			<section aria-labelledby="waiting">
				<h2 id="waiting">{home.waiting}</h2>
				{order.length === 0 && unknown.length === 0 ? <p>{home.nothing}</p> : null}
				<ul class="waiting">
					{order.map(({ count, text, href, pressing }) => (
						<li class={pressing ? "pressing" : undefined}>
							<a href={href}>
								<strong>{count}</strong> {text}
							</a>
						</li>
					))}
				</ul>
				{unknown.map((what) => (
					<p role="status">{home.unknown.replace("{what}", () => what)}</p>
				))}
			</section>
			<section aria-labelledby="yours">
				<h2 id="yours">{home.yours}</h2>
				<dl class="facts">
					{ROLES.filter((role) => mine.includes(role)).map((role) => (
						<div>
							<dt>{roles[role]}</dt>
							<dd>{roles_mean[role]}</dd>
						</div>
					))}
				</dl>
				<form method="post" action={deskPaths.signOutEverywhere()}>
					<FormToken token={desk.token} />
					<button class="quiet" type="submit">
						{bar.sign_out_everywhere}
					</button>
				</form>
			</section>
		</DeskLayout>
	);
}
