import type { Words } from "#content/library.ts";
import type { RouteGroups } from "#domain/conversation/turn.ts";
import type { Area } from "#domain/directory/area.ts";
import { freshText } from "#pages/directory/fresh-text.ts";
import { Contacts, ServiceFacts } from "#pages/directory/service-facts.tsx";
import { paths } from "#pages/paths.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { Routes } from "#pages/ui/routes.tsx";
import type { DescribedService } from "#services/describe-service.ts";

export type ShortlistPageProps = {
	readonly words: Words;
	readonly area: Area;
	readonly services: readonly DescribedService[];
	/** What was asked before, with the ids on the list: it goes back to the search as it came. */
	readonly asked: URLSearchParams;
	/** Some on the list are no longer in the directory. */
	readonly gone: boolean;
	readonly routes: RouteGroups;
};

const FORM = "shortlist";

/** A person's own list, to read, print and give to somebody. It stands in this page and nowhere else. */
export function ShortlistPage({ words, area, services, asked, gone, routes }: ShortlistPageProps) {
	const { list, drop } = words.directory;
	return (
		<Layout
			words={words}
			title={words.site.directory.title}
			demonstration={area.demonstration}
			area={area.slug}
			beside={
				<div class="no-print">
					<Routes words={words} routes={routes} />
				</div>
			}
		>
			<form id={FORM} method="post" action={paths.directory(area.slug)} class="no-print up">
				{[...asked].map(([name, value]) => (
					<input type="hidden" name={name} value={value} />
				))}
				<button class="link-button" type="submit">
					{list.back}
				</button>
			</form>
			<h1>{list.title}</h1>
			<p class="lead no-print">{services.length === 0 ? list.empty : list.lead}</p>
			<p class="note no-print">{list.kept}</p>
			{gone ? <p class="note">{list.gone}</p> : null}
			<p class="no-print controls" data-print-tools hidden>
				<button class="primary" type="button" data-print>
					{list.print}
				</button>
			</p>
			<noscript>
				<p class="no-print">{list.no_script}</p>
			</noscript>
			<ol class="cards">
				{services.map((service) => (
					<li>
						<h2 class="hit-name">{service.name}</h2>
						{service.alert ? <p class="note">{service.alert}</p> : null}
						<p class="as-written">{service.description}</p>
						<Contacts words={words} service={service} />
						<ServiceFacts words={words} service={service} />
						<p class={`small fresh-${service.freshness.state}`}>
							{freshText(words, service.freshness.state, service.freshness.assured_date)}
						</p>
						<button
							class="quiet no-print"
							type="submit"
							form={FORM}
							formaction={paths.shortlist(area.slug)}
							name="drop"
							value={service.id}
						>
							{drop}
							<span class="visually-hidden"> ({service.name})</span>
						</button>
					</li>
				))}
			</ol>
		</Layout>
	);
}
