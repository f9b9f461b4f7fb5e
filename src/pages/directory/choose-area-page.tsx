import type { Words } from "#content/library.ts";
import type { RouteGroups } from "#domain/conversation/turn.ts";
import type { CouncilChoice, PlaceArea } from "#domain/places/found-place.ts";
import { paths } from "#pages/paths.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { Routes } from "#pages/ui/routes.tsx";
import type { CouncilGuess } from "#services/choose-council.ts";

export type ChooseAreaPageProps = {
	readonly words: Words;
	/** The councils whose directory is here. */
	readonly areas: readonly { readonly slug: string; readonly name: string }[];
	readonly routes: RouteGroups;
	/** What was typed, and what we make of it; null before anything was. */
	readonly asked: {
		readonly postcode: string;
		readonly name: string;
		readonly guess: CouncilGuess | null;
		/** Councils by the name typed; null where none was. */
		readonly choices: readonly CouncilChoice[] | null;
	};
};

/** Which council is yours? By postcode, by name, or from those whose help is here. Posted, so that no address tells of it. */
export function ChooseAreaPage({ words, areas, routes, asked }: ChooseAreaPageProps) {
	const { directory } = words.site;
	const { ask, choose, one } = words.places;
	const wrong = asked.guess?.kind === "not_a_postcode";
	return (
		<Layout
			words={words}
			title={directory.title}
			demonstration={false}
			beside={<Routes words={words} routes={routes} />}
		>
			<div id="council">
				<h1>{directory.choose_title}</h1>
				<p class="lead">{directory.choose_body}</p>
				<div aria-live="polite">
					{asked.guess ? <Guess words={words} guess={asked.guess} one={one} /> : null}
					{asked.choices ? <Choices words={words} choices={asked.choices} /> : null}
				</div>
				<form method="post" action={paths.chooseArea()} data-swap="#council">
					<label for="postcode">{ask.label}</label>
					<p class="hint" id="postcode-hint">
						{ask.hint}
					</p>
					<div class="beside">
						<input
							id="postcode"
							name="postcode"
							type="text"
							class="short"
							value={asked.postcode}
							aria-describedby="postcode-hint"
							aria-invalid={wrong ? "true" : undefined}
							autocomplete="off"
							autocapitalize="characters"
							spellcheck={false}
						/>
						<button class="primary" type="submit">
							{ask.send}
						</button>
					</div>
				</form>
				<form method="post" action={paths.chooseArea()} data-swap="#council" id="by-name">
					<label for="name">{choose.label}</label>
					<p class="hint" id="name-hint">
						{choose.hint}
					</p>
					<div class="beside">
						<input
							id="name"
							name="name"
							type="text"
							value={asked.name}
							aria-describedby="name-hint"
							autocomplete="off"
							spellcheck={false}
						/>
						<button class="quiet" type="submit">
							{choose.find}
						</button>
					</div>
				</form>
				<section>
					<h2>{choose.served}</h2>
					<ul class="choices">
						{areas.map(({ slug, name }) => (
							<li>
								<a class="choice" href={paths.directory(slug)}>
									{name}
								</a>
							</li>
						))}
					</ul>
				</section>
			</div>
		</Layout>
	);
}

type GuessProps = { readonly words: Words; readonly guess: CouncilGuess; readonly one: string };

function Guess({ words, guess, one }: GuessProps) {
	const { places } = words;
	const heading = (text: string) => <h2 tabindex={-1}>{text}</h2>;
	const named = (sentence: string, council: string) => sentence.replace("{council}", council);
	switch (guess.kind) {
		case "not_a_postcode":
			return <p class="error">{places.not_a_postcode}</p>;
		case "elsewhere":
			return (
				<section class="card answer">
					{heading(saidOf(places.elsewhere, guess.place.nation ?? ""))}
					<a class="button" href={paths.page(guess.page)}>
						{places.elsewhere.go_on}
					</a>
				</section>
			);
		case "one": {
			const rough = guess.place.precision === "approximate";
			return (
				<section class="card answer">
					{heading(named(rough ? places.one_rough : one, guess.council.name))}
					<CouncilLink words={words} council={guess.council} first />
					{guess.place.nation === "border" ? <p class="note">{places.border}</p> : null}
					<Others words={words} others={guess.others} />
				</section>
			);
		}
		case "several":
			return (
				<section class="card answer">
					{heading(guess.place.precision === "approximate" ? places.several_rough : places.several)}
					{guess.councils.map((council) => (
						<CouncilLink words={words} council={council} first />
					))}
					<Others words={words} others={guess.others} title={places.none_of_these} />
				</section>
			);
		case "unknown":
			return <section class="card answer">{heading(places.unknown)}</section>;
	}
}

function saidOf(sentences: Readonly<Record<string, string>>, nation: string): string {
	return sentences[nation] ?? "";
}

type OthersProps = { readonly words: Words; readonly others: readonly PlaceArea[]; readonly title?: string };

/** "Not right? Choose another": those around, then the whole list by name. */
function Others({ words, others, title = words.places.not_right }: OthersProps) {
	return (
		<details>
			<summary>{title}</summary>
			{others.map((council) => (
				<CouncilLink words={words} council={council} />
			))}
			<p>
				<a href="#by-name">{words.directory.council.search_title}</a>
			</p>
		</details>
	);
}

type CouncilLinkProps = { readonly words: Words; readonly council: PlaceArea; readonly first?: boolean };

/** The way to a council's help; one whose list is not here leads to people. */
function CouncilLink({ words, council: { slug, name, served }, first = false }: CouncilLinkProps) {
	const { see, read_on } = words.directory.council;
	if (served && slug) {
		return (
			<p>
				<a class={first ? "button" : "quiet-link"} href={paths.directory(slug)}>
					{see.replace("{area}", name)}
				</a>
			</p>
		);
	}
	return (
		<p>
			{words.places.not_served.replace("{council}", name)} <a href={paths.people()}>{read_on}</a>
		</p>
	);
}

function Choices({ words, choices }: { readonly words: Words; readonly choices: readonly CouncilChoice[] }) {
	const { choose } = words.places;
	if (choices.length === 0) return <p class="error">{choose.none}</p>;
	return (
		<section class="links">
			<h2 tabindex={-1}>{words.directory.council.found}</h2>
			<ul>
				{choices.map(({ slug, name, served, district }) => (
					<li>
						{served && slug ? (
							<a href={paths.directory(slug)}>{words.directory.council.see.replace("{area}", name)}</a>
						) : (
							<>
								<strong>{name}</strong>. {words.directory.council.not_served}
							</>
						)}
						{district ? (
							<span class="small"> {choose.district.replace("{district}", district).replace("{council}", name)}</span>
						) : null}
					</li>
				))}
			</ul>
		</section>
	);
}
