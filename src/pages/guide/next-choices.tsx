import type { Words } from "#content/library.ts";
import { parseChoice } from "#domain/conversation/choice-id.ts";
import type { Choice, TurnView } from "#domain/conversation/turn.ts";
import { StateField } from "#pages/guide/ask-form.tsx";
import { paths } from "#pages/paths.ts";

type NextChoicesProps = { readonly words: Words; readonly view: TurnView; readonly token: string };

/**
 * What can be chosen next, told apart by what it is: more of a step, other questions, the guide's own question. That one
 * stands folded while it waits for another to be answered.
 */
export function NextChoices({ words, view, token }: NextChoicesProps) {
	if (view.choices.length === 0) return null;
	const { guide } = words.site;
	const kindOf = ({ id }: Choice) => parseChoice(id).kind;
	const asked = view.answer?.kind === "clarify" || view.answer?.kind === "no_answer";
	const of = (...kinds: readonly string[]) => view.choices.filter((choice) => kinds.includes(kindOf(choice)));
	const options = of("option");
	const groups = [
		{ title: guide.parts, list: of("part") },
		{ title: asked ? guide.choose : guide.related, list: of("ask") },
		{ title: guide.choose, list: of("event", "area") },
		{ title: guide.choose, list: view.waiting ? [] : options },
	].filter(({ list }) => list.length > 0);
	return (
		<form method="post" action={paths.guide()} class="turn-form">
			<StateField token={token} />
			{groups.map(({ title, list }) => (
				<fieldset>
					<legend>{title}</legend>
					<Buttons list={list} />
				</fieldset>
			))}
			{view.waiting && options.length > 0 ? (
				<details>
					<summary>{guide.go_on_with.replace("{question}", view.waiting.title)}</summary>
					<Buttons list={options} />
				</details>
			) : null}
		</form>
	);
}

function Buttons({ list }: { readonly list: readonly Choice[] }) {
	return (
		<ul class="choices">
			{list.map(({ id, label }) => (
				<li>
					<button class="choice" type="submit" name="choice" value={id}>
						{label}
					</button>
				</li>
			))}
		</ul>
	);
}
