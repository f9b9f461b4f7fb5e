import type { Words } from "#content/library.ts";
import { spacedReference } from "#domain/call-backs/reference.ts";
import type { RouteGroups, UrgentCard } from "#domain/conversation/turn.ts";
import { Young } from "#pages/call-backs/ask-page.tsx";
import { paths } from "#pages/paths.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { Routes } from "#pages/ui/routes.tsx";
import { Urgent } from "#pages/ui/urgent-card.tsx";
import type { Receipt } from "#services/request-call-back.ts";

export type ReceiptPageProps = {
	readonly words: Words;
	readonly receipt: Receipt;
	readonly young: boolean;
	readonly urgent: UrgentCard | null;
	readonly routes: RouteGroups;
};

/** What a person takes along: the reference, large, and the secret words, this once. */
export function ReceiptPage({ words, receipt, young, urgent, routes }: ReceiptPageProps) {
	const { receipt: say, form, title } = words.call_backs;
	const { area, promise } = receipt;
	return (
		<Layout
			words={words}
			title={title}
			demonstration={area.demonstration}
			area={area.slug}
			beside={<Routes words={words} routes={routes} />}
		>
			{urgent ? <Urgent words={words} card={urgent} /> : null}
			<h1>{say.title}</h1>
			<p class="lead">{promise ? form.promised_short.replace("{promise}", promise) : form.no_promise}</p>
			<section class="card receipt">
				<p>{say.reference}</p>
				<p class="reference">
					<strong>{spacedReference(receipt.reference)}</strong>
				</p>
				<p>{say.secret}</p>
				<p class="reference">
					<strong>{receipt.secret}</strong>
				</p>
				<p>{say.secret_hint}</p>
				<p class="small">{say.print}</p>
			</section>
			<section class="card">
				<h2>{say.next}</h2>
				<ul>
					<li>{say.number}</li>
					<li>{say.missed}</li>
					<li>{form.not_a_case}</li>
				</ul>
			</section>
			{young ? <Young words={words} /> : null}
			<p class="no-print">
				<a class="quiet-link" href={paths.callBacks()}>
					{say.status}
				</a>
			</p>
		</Layout>
	);
}
