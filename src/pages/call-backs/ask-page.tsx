import type { Words } from "#content/library.ts";
import type { RequestField } from "#domain/call-backs/read-request.ts";
import type { RouteGroups, UrgentCard } from "#domain/conversation/turn.ts";
import { momentOf } from "#domain/hours/opening.ts";
import { AskForm, type AskFormProps } from "#pages/call-backs/ask-form.tsx";
import { paths } from "#pages/paths.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { opensText } from "#pages/ui/plain-date.ts";
import { ReaderTabs } from "#pages/ui/reader-tabs.tsx";
import { RouteItem, Routes } from "#pages/ui/routes.tsx";
import { Urgent } from "#pages/ui/urgent-card.tsx";
import type { CallBackDoor } from "#services/call-back-door.ts";

/** Why the form stands here again: something is wrong, it was sent too fast to have been read, or it could not be kept. */
export type Again = "wrong" | "again" | "away" | null;

export type AskPageProps = Omit<AskFormProps, "area"> & {
	readonly door: CallBackDoor & { readonly kind: "open" };
	readonly routes: RouteGroups;
	readonly urgent: UrgentCard | null;
	readonly again: Again;
	readonly now: number;
};

/** Danger and who is there now first; then what is promised; then the form; then what becomes of what is written. */
export function AskPage(props: AskPageProps) {
	const { words, door, routes, urgent, again, young, now } = props;
	const { call_backs: say } = words;
	const { area } = door.profile;
	return (
		<Layout
			words={words}
			title={say.title}
			demonstration={area.demonstration}
			area={area.slug}
			beside={<Routes words={words} routes={routes} />}
		>
			{urgent ? <Urgent words={words} card={urgent} /> : null}
			{again ? <Trouble {...props} /> : null}
			<h1>{say.form.title}</h1>
			<p class="lead">{say.form.lead.replace("{area}", area.name)}</p>
			<ReaderTabs words={words} young={young} path={(forYoung) => paths.callBack(area.slug, forYoung)} />
			<section class="card" aria-label={words.site.routes.urgent}>
				<p>
					<strong>{say.form.not_watched}</strong>
				</p>
				{door.thereNow ? (
					<>
						<p>{door.teamOpen ? say.form.sooner : `${closedText(words, door, now)} ${say.form.there_now}`}:</p>
						<ul class="route-list">
							<RouteItem words={words} route={door.thereNow} brief />
						</ul>
					</>
				) : null}
			</section>
			<p>
				<strong>{door.promise ? say.form.promise.replace("{promise}", door.promise) : say.form.no_promise}</strong>
			</p>
			<p>{say.form.not_a_case}</p>
			{young ? <Young words={words} /> : null}
			<AskForm {...props} area={area.slug} />
			<section class="card">
				<h2>{say.form.kept_title}</h2>
				<ul>
					{say.form.kept.map((line) => (
						<li>{line.replace("{area}", area.name)}</li>
					))}
				</ul>
			</section>
			{young ? null : (
				<details class="fold">
					<summary>{say.form.young_title}</summary>
					<YoungList words={words} />
				</details>
			)}
			<p>
				<a class="quiet-link" href={paths.callBacks()}>
					{say.form.status_link}
				</a>
			</p>
		</Layout>
	);
}

/** What happens with what a young person writes, and when a worker would have to tell someone. */
export function Young({ words }: { readonly words: Words }) {
	return (
		<section class="card">
			<h2>{words.call_backs.form.young_title}</h2>
			<YoungList words={words} />
		</section>
	);
}

function YoungList({ words }: { readonly words: Words }) {
	return (
		<ul>
			{words.call_backs.form.young.map((line) => (
				<li>{line}</li>
			))}
		</ul>
	);
}

function closedText(words: Words, { hours, nextOpening }: AskPageProps["door"], now: number): string {
	const { closed_now, closed_opens } = words.call_backs.form;
	if (nextOpening === null) return closed_now;
	return closed_opens.replace("{opens}", opensText(words, momentOf(hours.zone, nextOpening, now)));
}

const FIELD_IDS: Readonly<Partial<Record<RequestField, string>>> = { safe: "safe", about: "about" };

function Trouble({ words, wrong, again }: AskPageProps) {
	const { errors } = words.call_backs;
	return (
		<div class="error-summary" role="alert" aria-labelledby="errors" tabindex={-1}>
			<h2 id="errors">{errors.title}</h2>
			{again === "wrong" ? (
				<ul>
					{wrong.map(({ field, problem }) => (
						<li>
							<a href={`#${FIELD_IDS[field] ?? field}`}>{errors[problem]}</a>
						</li>
					))}
				</ul>
			) : (
				<p>{again === "away" ? errors.away : errors.again}</p>
			)}
			<p>{errors.nothing_lost}</p>
		</div>
	);
}
