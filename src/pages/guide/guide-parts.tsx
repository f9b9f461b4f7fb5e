import type { Library, Words } from "#content/library.ts";
import { readState } from "#domain/conversation/state.ts";
import type { ShownAnswer, TurnView } from "#domain/conversation/turn.ts";
import type { Area } from "#domain/directory/area.ts";
import { AskForm, StateField } from "#pages/guide/ask-form.tsx";
import { Beside } from "#pages/guide/beside.tsx";
import { NextChoices } from "#pages/guide/next-choices.tsx";
import { HelpForm } from "#pages/help/help-form.tsx";
import { helpItemOfTurn } from "#pages/help/help-item-of-turn.ts";
import { paths } from "#pages/paths.ts";
import { Blocks } from "#pages/ui/blocks.tsx";
import { Sources } from "#pages/ui/sources.tsx";
import { StageMap } from "#pages/ui/stage-map.tsx";
import { Timeline } from "#pages/ui/timeline.tsx";
import { Urgent } from "#pages/ui/urgent-card.tsx";

export type GuidePartsProps = {
	readonly library: Library;
	readonly view: TurnView;
	/** The sealed state, for the forms and for the page's script. */
	readonly token: string;
	readonly area: Pick<Area, "slug" | "name"> | null;
};

/**
 * The guided conversation in parts, so that script can change each where it stands: the card first, what the guide says in a
 * log that a screen reader follows, what can be asked next, and people always in the same place.
 */
export function GuideParts({ library, view, token, area }: GuidePartsProps) {
	const { words } = library;
	const { guide } = words.site;
	const item = helpItemOfTurn(library, view);
	return (
		<div id="guide" data-guide="open" data-state={token} class="split">
			<div class="column">
				<h1 class="overline">{guide.title}</h1>
				<div data-part="card" aria-live="assertive">
					{view.urgent ? <Urgent words={words} card={view.urgent} /> : null}
				</div>
				<p class="asked" data-asked data-you-said={guide.you_said} data-you-chose={guide.you_chose} hidden />
				<div data-part="turn" role="log" aria-label={guide.log_label}>
					{view.answer ? <AnswerText words={words} answer={view.answer} /> : null}
					{view.also ? <AnswerText words={words} answer={view.also} /> : null}
					{view.timeline.length > 0 ? <Timeline words={words} entries={view.timeline} /> : null}
				</div>
				<div data-part="helped">{item ? <HelpForm words={words} item={item} area={area?.slug} inGuide /> : null}</div>
				<div data-part="next">
					{view.support ? <Urgent words={words} card={view.support} quiet /> : null}
					<NextChoices words={words} view={view} token={token} />
				</div>
				<AskForm words={words} token={token} />
				<div data-part="controls">
					<form method="post" action={paths.guide()} class="controls">
						<StateField token={token} />
						{view.controls.map(({ id, label }) => (
							<button class="quiet" type="submit" name="choice" value={id}>
								{label}
							</button>
						))}
					</form>
				</div>
				<details data-earlier hidden>
					<summary>{guide.earlier}</summary>
				</details>
			</div>
			<div class="side" data-part="beside">
				<WhereYouAre library={library} view={view} />
				<Beside
					words={words}
					view={view}
					token={token}
					area={area}
					about={talkedAbout(library, view)}
					young={readState(view.state).audience === "young_person"}
				/>
				<p class="small kept">{guide.kept}</p>
			</div>
		</div>
	);
}

function AnswerText({ words, answer }: { readonly words: Words; readonly answer: ShownAnswer }) {
	return (
		<article class={answer.kind === "step" ? "card question" : "card answer"}>
			<h2 tabindex={-1}>{answer.title}</h2>
			<Blocks blocks={answer.blocks} level={3} />
			<Sources
				words={words}
				sources={answer.sources}
				reviewed={answer.reviewed}
				review_by={answer.review_by}
				of={answer.title}
			/>
		</article>
	);
}

/** The step and the needs that this person came to, as ids: all that may be passed on when they ask for a call. */
function talkedAbout(library: Library, { state }: TurnView): readonly string[] {
	const { stage: reached, answer } = readState(state);
	const shown = library.answer(answer ?? "");
	const stage = reached ?? shown?.stage;
	return [...(stage && stage !== "any" ? [stage] : []), ...(shown?.needs ?? [])];
}

/** The whole process with this person's step marked, once it is known. It stays inside the guide: no address tells of it. */
function WhereYouAre({ library, view }: { readonly library: Library; readonly view: TurnView }) {
	const { stage, audience } = readState(view.state);
	if (!stage) return null;
	const reader = audience === "young_person" ? audience : "parent";
	const stages = library.content.stages.filter((page) => page.audience === reader).sort((a, b) => a.order - b.order);
	return (
		<details class="fold where">
			<summary>{library.words.site.guide.where_you_are}</summary>
			<StageMap words={library.words} stages={stages} here={stage} brief level={3} />
		</details>
	);
}
