import type { Words } from "#content/library.ts";
import type { ShownAnswer, TurnView } from "#domain/conversation/turn.ts";
import { paths } from "#pages/paths.ts";
import { Blocks } from "#pages/ui/blocks.tsx";
import { Layout } from "#pages/ui/layout.tsx";
import { Routes } from "#pages/ui/routes.tsx";
import { Timeline } from "#pages/ui/timeline.tsx";
import { Urgent } from "#pages/ui/urgent-card.tsx";

export type GuidePageProps = {
	readonly words: Words;
	readonly view: TurnView;
	readonly demonstration: boolean;
	readonly area: string | undefined;
};

/** The guided conversation: one neutral title and address throughout; the card first; people always in the same place. */
export function GuidePage({ words, view, demonstration, area }: GuidePageProps) {
	const { guide } = words.site;
	return (
		<Layout words={words} title={guide.title} demonstration={demonstration} area={area}>
			<h1>{guide.title}</h1>
			<div id="turn" role="log" aria-live="polite" data-guide>
				{view.urgent ? <Urgent words={words} card={view.urgent} /> : null}
				{view.answer ? <AnswerSection words={words} answer={view.answer} /> : null}
				{view.also ? <AnswerSection words={words} answer={view.also} /> : null}
				{view.waiting ? <AnswerSection words={words} answer={view.waiting} /> : null}
				{view.timeline.length > 0 ? <Timeline words={words} entries={view.timeline} /> : null}
				{view.support ? <Urgent words={words} card={view.support} /> : null}
			</div>
			<form method="post" action={paths.guide()} class="turn-form">
				{view.choices.length > 0 ? (
					<fieldset>
						<legend>{view.answer?.kind === "answer" ? guide.related : guide.choose}</legend>
						<ul class="choices">
							{view.choices.map(({ id, label }) => (
								<li>
									<button class="choice" type="submit" name="choice" value={id}>
										{label}
									</button>
								</li>
							))}
						</ul>
					</fieldset>
				) : null}
			</form>
			<form method="post" action={paths.guide()} class="turn-form">
				<label for="text">{guide.ask_label}</label>
				<p class="hint" id="text-hint">
					{guide.ask_hint} {words.site.not_a_referral}
				</p>
				<textarea id="text" name="text" rows={3} aria-describedby="text-hint" autocomplete="off" required />
				<button class="primary" type="submit">
					{guide.send}
				</button>
			</form>
			<form method="post" action={paths.guide()} class="controls">
				{view.controls.map(({ id, label }) => (
					<button class="quiet" type="submit" name="choice" value={id}>
						{label}
					</button>
				))}
			</form>
			{view.services.length > 0 && area ? (
				<section aria-labelledby="services">
					<h2 id="services">{guide.services_title}</h2>
					<ul class="cards">
						{view.services.map((service) => (
							<li>
								<a href={paths.service(area, service.id)}>{service.name}</a>
								{service.summary ? <p>{service.summary}</p> : null}
							</li>
						))}
					</ul>
				</section>
			) : null}
			<Routes words={words} routes={view.routes} />
			<p class="small">{guide.kept}</p>
		</Layout>
	);
}

function AnswerSection({ words, answer }: { readonly words: Words; readonly answer: ShownAnswer }) {
	const { guide } = words.site;
	return (
		<article class="answer">
			<h2>{answer.title}</h2>
			<Blocks blocks={answer.blocks} level={3} />
			{answer.sources.length > 0 ? (
				<details>
					<summary>{guide.sources}</summary>
					<ul>
						{answer.sources.map((source) => (
							<li>
								<a href={source.url}>{source.title}</a> ({source.date})
							</li>
						))}
					</ul>
					{answer.reviewed && answer.review_by ? (
						<p class="small">
							{guide.reviewed.replace("{reviewed}", answer.reviewed).replace("{review_by}", answer.review_by)}{" "}
							{guide.not_reviewed_by_practitioner}
						</p>
					) : null}
				</details>
			) : null}
		</article>
	);
}
