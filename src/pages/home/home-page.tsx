import type { Words } from "#content/library.ts";
import { paths } from "#pages/paths.ts";
import { Layout } from "#pages/ui/layout.tsx";

type HomePageProps = {
	readonly words: Words;
	/** The council that a link or a widget brought somebody from. */
	readonly guideArea: string | undefined;
};

/** Two doors and a third, help near you, a person now, and what this is. Nothing else. */
export function HomePage({ words, guideArea }: HomePageProps) {
	const { home, name } = words.site;
	const doors = [
		["parent", home.parent],
		["young-person", home.young_person],
		["family", home.worried],
	] as const;
	return (
		<Layout
			words={words}
			title={name}
			demonstration={false}
			indexed
			beside={
				<section class="plain">
					<h2>{home.about}</h2>
					{home.lines.slice(0, -1).map((line) => (
						<p>{line}</p>
					))}
					<p>
						{home.lines.at(-1)} <a href={paths.onYourSide()}>{home.on_your_side}</a>
					</p>
				</section>
			}
		>
			<h1>{home.title}</h1>
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
					<a class="choice" href={paths.chooseArea()}>
						{home.find_help}
					</a>
				</li>
				<li>
					<a class="choice" href={paths.people()}>
						{home.person}
					</a>
				</li>
			</ul>
		</Layout>
	);
}
