import type { Words } from "#content/library.ts";
import type { Hit, SearchAnswer } from "#domain/directory/search/query.ts";
import { paths } from "#pages/paths.ts";
import { plainDate } from "#pages/ui/plain-date.ts";

export type ServiceListProps = {
	readonly words: Words;
	/** Where this site is reached: the list stands on others' pages, so its links are whole. */
	readonly origin: string;
	readonly area: { readonly slug: string; readonly name: string };
	readonly answer: Pick<SearchAnswer, "total" | "items"> | null;
	readonly headingLevel: number;
	readonly phone: string | undefined;
};

/** Services as plain HTML without script or style, for somebody else's page. What cannot be shown leaves the ways to people. */
export function ServiceList({ words, origin, area, answer, headingLevel, phone }: ServiceListProps) {
	const { languages, list } = words.widget;
	const { directory, people } = languages.en;
	const Heading = headingOf(headingLevel);
	return (
		<div class="fingerpost" lang="en-GB">
			<Heading class="fingerpost-title">{list.label.replace("{area}", area.name)}</Heading>
			{answer === null ? <p>{list.unavailable}</p> : <p class="fingerpost-count">{countText(words, answer.total)}</p>}
			{answer && answer.items.length > 0 ? (
				<ul class="fingerpost-list">
					{answer.items.map((hit) => (
						<Item
							words={words}
							address={origin + paths.service(area.slug, hit.id)}
							hit={hit}
							level={headingLevel + 1}
						/>
					))}
				</ul>
			) : null}
			<ul class="fingerpost-people">
				<li>
					<a href={origin + paths.directory(area.slug)}>{directory.all}</a>
				</li>
				{phone ? (
					<li>
						<a href={telephone(phone)}>{people.call_us.replace("{phone}", phone)}</a>
					</li>
				) : null}
				<li>
					<a href={origin + paths.people(area.slug)}>{people.person}</a>
				</li>
				<li>
					{people.danger} <a href="tel:999">{people.call_999}</a>
				</li>
			</ul>
		</div>
	);
}

type ItemProps = { readonly words: Words; readonly address: string; readonly hit: Hit; readonly level: number };

function Item({ words, address, hit, level }: ItemProps) {
	const { directory } = words.widget.languages.en;
	const Heading = headingOf(level);
	const checked = hit.assured_date ? plainDate(words, hit.assured_date) : null;
	return (
		<li class="fingerpost-item">
			<Heading class="fingerpost-name">
				<a href={address}>{hit.name}</a>
			</Heading>
			{hit.temporarily_closed ? <p>{directory.closed_for_now}</p> : null}
			{hit.alert ? <p>{hit.alert}</p> : null}
			{hit.summary ? <p>{hit.summary}</p> : null}
			{hit.where ? <p>{hit.where}</p> : null}
			{hit.phone ? (
				<p>
					<a href={telephone(hit.phone)}>{directory.call.replace("{number}", hit.phone)}</a>
				</p>
			) : null}
			<p class="fingerpost-checked">
				{directory.freshness[checked === null ? "unknown" : hit.freshness].replace("{date}", checked ?? "")}
			</p>
		</li>
	);
}

function countText(words: Words, total: number): string {
	const { directory } = words.widget.languages.en;
	if (total === 0) return directory.none;
	return total === 1 ? directory.found_one : directory.found.replace("{count}", String(total));
}

function telephone(number: string): string {
	return `tel:${number.replace(/[^\d+]/g, "")}`;
}

const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"] as const;

/** A heading's element; beyond the sixth level it stays the sixth. */
function headingOf(level: number): (typeof HEADINGS)[number] {
	return HEADINGS[Math.min(level, 6) - 1] ?? "h6";
}
