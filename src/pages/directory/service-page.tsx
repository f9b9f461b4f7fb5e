import type { Words } from "#content/library.ts";
import type { RouteGroups } from "#domain/conversation/turn.ts";
import type { Area } from "#domain/directory/area.ts";
import type { Moment } from "#domain/directory/search/moment.ts";
import type { ReportReason } from "#domain/directory/service-report.ts";
import { REPORT_REASONS } from "#domain/directory/service-report.ts";
import { AskLink } from "#pages/call-backs/ask-link.tsx";
import { freshText } from "#pages/directory/fresh-text.ts";
import { openingOf } from "#pages/directory/opening-text.ts";
import { Contacts, ServiceFacts, schedulesOf } from "#pages/directory/service-facts.tsx";
import { HelpForm } from "#pages/help/help-form.tsx";
import { paths } from "#pages/paths.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { Routes } from "#pages/ui/routes.tsx";
import type { DescribedService } from "#services/describe-service.ts";

export type ServicePageProps = {
	readonly words: Words;
	readonly area: Area;
	readonly service: DescribedService;
	readonly routes: RouteGroups;
	readonly now: Moment;
};

/** One service: what it is and how to reach it, then who for, when, where, what it costs; and how fresh all that is. */
export function ServicePage({ words, area, service, routes, now }: ServicePageProps) {
	const { directory } = words.site;
	const closed = service.status === "temporarily closed";
	const opening = closed ? null : openingOf(words, schedulesOf(service), now);
	const { state, assured_date } = service.freshness;
	return (
		<Layout
			words={words}
			title={directory.title}
			demonstration={area.demonstration}
			area={area.slug}
			beside={
				<>
					<Routes words={words} routes={routes} />
					<AskLink words={words} area={area.slug} shown={routes.human} />
				</>
			}
		>
			<p class="up no-print">
				<a href={paths.directory(area.slug)} data-back>
					{directory.back}
				</a>
			</p>
			<h1>{service.name}</h1>
			<p class="tags">
				{opening ? <span class={opening.open ? "state open" : "state"}>{opening.text}</span> : null}{" "}
				<span class={`small fresh-${state}`}>{freshText(words, state, assured_date)}</span>
			</p>
			{closed ? <p class="note">{directory.temporarily_closed}</p> : null}
			{service.alert ? <p class="note">{service.alert}</p> : null}
			<Paragraphs text={service.description} />
			<section aria-labelledby="contact">
				<h2 id="contact">{directory.contact}</h2>
				<Contacts words={words} service={service} />
			</section>
			<ServiceFacts words={words} service={service} />
			{schedulesOf(service).some(({ opens_at }) => opens_at) ? (
				<p class="no-print">
					<a class="quiet-link" href={paths.calendar(area.slug, service.id)} download>
						{words.directory.calendar}
					</a>
				</p>
			) : null}
			<Lacks words={words} service={service} />
			<HelpForm words={words} item={{ kind: "service", id: service.id, area: area.slug }} />
			<ReportForm words={words} area={area.slug} service={service} />
		</Layout>
	);
}

/** Text stays text: paragraphs at empty lines, nothing else. */
function Paragraphs({ text }: { readonly text: string | undefined }) {
	return (
		<>
			{(text ?? "").split(/\n{2,}/).map((paragraph) => (
				<p class="as-written">{paragraph}</p>
			))}
		</>
	);
}

/** What a family would look for and the listing does not say, so that nobody takes silence for an answer. */
function Lacks({ words, service }: Pick<ServicePageProps, "words" | "service">) {
	const { lacks, lacks_title, lacks_ask } = words.directory;
	const { missing } = service.completeness;
	if (missing.length === 0) return null;
	return (
		<section class="lacks">
			<h2>{lacks_title}</h2>
			<ul>
				{missing.map((part) => (
					<li>{lacks[part]}</li>
				))}
			</ul>
			<p class="small">{lacks_ask}</p>
		</section>
	);
}

type ReportFormProps = { readonly words: Words; readonly area: string; readonly service: DescribedService };

/** "Something's wrong with this": a reason of a short list, and nothing of who says so. */
function ReportForm({ words, area, service }: ReportFormProps) {
	const { title, hint, reasons, thanks } = words.reports;
	const label = (reason: ReportReason) => reasons[reason];
	return (
		<div class="report no-print">
			<p id="reported" class="note help-later" role="status" tabindex={-1}>
				{thanks}
			</p>
			<details>
				<summary>{title}</summary>
				<form method="post" action={paths.report(area, service.id)}>
					<fieldset aria-describedby="report-hint">
						<legend>{words.directory.report.choose}</legend>
						<p class="hint" id="report-hint">
							{hint}
						</p>
						{REPORT_REASONS.map((reason) => (
							<label class="tick">
								<input type="radio" name="reason" value={reason} required /> {label(reason)}
							</label>
						))}
					</fieldset>
					<button class="quiet" type="submit">
						{words.directory.report.send}
					</button>
				</form>
			</details>
		</div>
	);
}
