import type { Words } from "#content/library.ts";
import { paths } from "#pages/paths.ts";
import { Layout } from "#pages/ui/layout.tsx";

type HomePageProps = {
	readonly words: Words;
	/** The council that a link or a widget brought somebody from. */
	readonly guideArea: string | undefined;
};

/** Two doors and a third, help near you, and a person now. Nothing else. */
export function HomePage({ words, guideArea }: HomePageProps) {
	const { home, talk_to_a_person, name } = words.site;
	const doors = [
		["parent", home.parent],
		["young-person", home.young_person],
		["family", home.worried],
	] as const;
	return (
		<Layout words={words} title={name} demonstration={false} indexed>
			<h1>{home.title}</h1>
			<p class="lead">{home.lead}</p>
			<form method="post" action={paths.guide()} class="doors" data-doors>
				{guideArea ? <input type="hidden" name="area" value={guideArea} /> : null}
				{doors.map(([id, label]) => (
					<button class="door" type="submit" name="door" value={id}>
						{label}
					</button>
				))}
			</form>
			<ul class="more-doors">
				<li>
					<a class="quiet-link" href={paths.people()}>
						{talk_to_a_person}
					</a>
				</li>
				<li>
					<a class="quiet-link" href={paths.onYourSide()}>
						{home.on_your_side}
					</a>
				</li>
				<li>
					<a class="quiet-link" href={paths.chooseArea()}>
						{home.find_help}
					</a>
				</li>
			</ul>
			<ul class="plain">
				{home.lines.map((line) => (
					<li>{line}</li>
				))}
			</ul>
		</Layout>
	);
}
