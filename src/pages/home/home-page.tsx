import type { Words } from "#content/library.ts";
import { paths } from "#pages/paths.ts";
import { Layout } from "#pages/ui/layout.tsx";

/** Two doors and a third, help near you, and a person now. Nothing else. */
export function HomePage({ words, guideArea }: { readonly words: Words; readonly guideArea: string | undefined }) {
	const { home, talk_to_a_person, name } = words.site;
	return (
		<Layout words={words} title={name} demonstration={false} indexed>
			<h1>{home.title}</h1>
			<p class="lead">{home.lead}</p>
			<form method="post" action={paths.guide()} class="doors">
				{guideArea ? <input type="hidden" name="area" value={guideArea} /> : null}
				<button class="door" type="submit" name="door" value="parent">
					{home.parent}
				</button>
				<button class="door" type="submit" name="door" value="young-person">
					{home.young_person}
				</button>
				<button class="door" type="submit" name="door" value="family">
					{home.worried}
				</button>
			</form>
			<ul class="more-doors">
				<li>
					<a href={paths.chooseArea()}>{home.find_help}</a>
				</li>
				<li>
					<a href={paths.people()}>{talk_to_a_person}</a>
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
