import type { Words } from "#content/library.ts";
import type { OfferedService, TurnView } from "#domain/conversation/turn.ts";
import type { Area } from "#domain/directory/area.ts";
import { AskLink } from "#pages/call-backs/ask-link.tsx";
import { StateField } from "#pages/guide/ask-form.tsx";
import { paths } from "#pages/paths.ts";
import { Routes } from "#pages/ui/routes.tsx";

type BesideProps = {
	readonly words: Words;
	readonly view: TurnView;
	readonly token: string;
	readonly area: Pick<Area, "slug" | "name"> | null;
	/** Ids of the stage and the needs talked about, for whoever asks to be rung. */
	readonly about: readonly string[];
	readonly young: boolean;
};

/** What stands beside every answer, always in the same order: help near, people, the area, things to use. */
export function Beside({ words, view, token, area, about, young }: BesideProps) {
	const { guide } = words.site;
	return (
		<>
			{view.services.length > 0 && area ? (
				<section aria-labelledby="services">
					<h2 id="services">{guide.services_title}</h2>
					<ul class="cards">
						{view.services.map((service) => (
							<Service words={words} area={area.slug} service={service} />
						))}
					</ul>
					<p>
						<a class="quiet-link" href={paths.directory(area.slug)}>
							{guide.more_services}
						</a>
					</p>
				</section>
			) : null}
			<Routes words={words} routes={view.routes} />
			<AskLink words={words} area={area?.slug} shown={view.routes.human} young={young} about={about} />
			<AreaForm words={words} token={token} area={area} />
			<nav class="tools" aria-label={guide.tools_title}>
				<h2>{guide.tools_title}</h2>
				<ul>
					<li>
						<a href={paths.dates()}>{guide.tools_dates}</a>
					</li>
					<li>
						<a href={paths.sheets()}>{guide.tools_sheets}</a>
					</li>
					<li>
						<a href={paths.glossary()}>{guide.tools_glossary}</a>
					</li>
				</ul>
			</nav>
		</>
	);
}

type ServiceProps = { readonly words: Words; readonly area: string; readonly service: OfferedService };

function Service({ words, area, service }: ServiceProps) {
	return (
		<li>
			<a href={paths.service(area, service.id)}>{service.name}</a>
			{service.summary ? <p>{service.summary}</p> : null}
			{service.phone ? (
				<a class="way first" href={`tel:${service.phone.replace(/[^\d+]/g, "")}`}>
					{words.site.ways.call.replace("{number}", service.phone)}
				</a>
			) : null}
		</li>
	);
}

/** Where help is looked for. The postcode is posted, never part of an address, and not kept. */
function AreaForm({ words, token, area }: Pick<BesideProps, "words" | "token" | "area">) {
	const { guide } = words.site;
	return (
		<section class="area" aria-labelledby="area">
			<h2 id="area">{guide.area_title}</h2>
			{area ? <p>{guide.area_now.replace("{area}", area.name)}</p> : null}
			<form method="post" action={paths.guide()}>
				<StateField token={token} />
				<label for="postcode">{guide.area_ask}</label>
				<p class="hint" id="postcode-hint">
					{guide.area_hint}
				</p>
				<div class="beside">
					<input
						id="postcode"
						name="postcode"
						type="text"
						class="short"
						aria-describedby="postcode-hint"
						autocomplete="off"
						autocapitalize="characters"
						spellcheck={false}
						required
					/>
					<button class="quiet" type="submit">
						{guide.area_send}
					</button>
				</div>
			</form>
		</section>
	);
}
