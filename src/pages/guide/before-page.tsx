import type { Words } from "#content/library.ts";
import type { TurnView } from "#domain/conversation/turn.ts";
import { AskForm, StateField } from "#pages/guide/ask-form.tsx";
import { paths } from "#pages/paths.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { Routes } from "#pages/ui/routes.tsx";
import { Urgent } from "#pages/ui/urgent-card.tsx";

type BeforePageProps = { readonly words: Words; readonly token: string | null; readonly view: TurnView };

/**
 * What stands before the guide: what it does and does not do, and how to leave it fast. It bears the guide's own address and
 * title. Nobody has to pass it to be heard: a question can be written here at once, and danger is looked for in it.
 */
export function BeforePage({ words, token, view }: BeforePageProps) {
	const { before, guide } = words.site;
	return (
		<Layout
			words={words}
			title={guide.title}
			demonstration={false}
			beside={<Routes words={words} routes={view.routes} />}
		>
			<div id="guide" data-guide="before">
				{view.urgent ? <Urgent words={words} card={view.urgent} /> : null}
				<h1>{before.title}</h1>
				<p class="lead">{before.lead}</p>
				<div class="pair">
					<Points title={before.does_title} points={before.does} look="yes" />
					<Points title={before.not_title} points={before.does_not} look="no" />
				</div>
				<Points title={before.leave_title} points={[...before.leave, before.history]} look="leave-points" />
				<noscript>
					<p class="note">{before.leave_no_script}</p>
				</noscript>
				<form method="post" action={paths.guide()} class="turn-form go-on">
					<StateField token={token} />
					<button class="primary wide" type="submit" name="go" value="on">
						{before.go_on}
					</button>
				</form>
				<p>
					<a class="quiet-link" href={paths.page("safety-online")}>
						{before.safety}
					</a>
				</p>
				<h2>{before.hurry}</h2>
				<AskForm words={words} token={token} />
			</div>
		</Layout>
	);
}

function Points({
	title,
	points,
	look,
}: {
	readonly title: string;
	readonly points: readonly string[];
	readonly look: string;
}) {
	return (
		<section class={`points ${look}`}>
			<h2>{title}</h2>
			<ul>
				{points.map((point) => (
					<li>{point}</li>
				))}
			</ul>
		</section>
	);
}
