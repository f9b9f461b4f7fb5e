import type { Words } from "#content/library.ts";
import type { ListingNeed } from "#domain/directory/editing/listing-needs.ts";
import { DeskLayout, FormToken } from "#pages/desk/desk-layout.tsx";
import type { Desk } from "#pages/desk/desk-part.ts";
import { ChangesTable } from "#pages/desk/directory/changes-table.tsx";
import { listingPaths } from "#pages/desk/directory/paths.ts";
import { Told } from "#pages/desk/told.tsx";
import type { OpenMerge } from "#services/open-merges.ts";

type MergesPageProps = {
	readonly words: Words;
	readonly desk: Desk;
	readonly needs: readonly ListingNeed[];
	readonly merges: readonly OpenMerge[];
	readonly told?: string | undefined;
};

/** Pairs of listings that look like one, side by side, for a person to decide. */
export function MergesPage({ words, desk, needs, merges, told }: MergesPageProps) {
	const said = words.desk_directory.merges;
	const area = desk.area.slug;
	return (
		<DeskLayout words={words} desk={desk} title={said.title} here={listingPaths.merges(area)}>
			<h1>{said.title}</h1>
			<Told text={told} />
			<p class="lead">{merges.length > 0 ? said.lead : said.none}</p>
			{merges.map(({ service, other, because, names: [one, second], changes }) => (
				<section class="wide-room" aria-labelledby={`pair-${service}-${other}`}>
					<h2 id={`pair-${service}-${other}`}>{`${one} / ${second}`}</h2>
					<p class="small">{said.because.replace("{signs}", because.map((sign) => said.signs[sign]).join(", "))}</p>
					<ChangesTable words={words} needs={needs} changes={changes} />
					<form method="post" action={listingPaths.merges(area)} class="controls">
						<FormToken token={desk.token} />
						<input type="hidden" name="service" value={service} />
						<input type="hidden" name="other" value={other} />
						<button class="quiet" type="submit" name="keep" value={service}>
							{said.keep.replace("{name}", () => one)}
						</button>
						<button class="quiet" type="submit" name="keep" value={other}>
							{said.keep.replace("{name}", () => second)}
						</button>
						<button class="quiet" type="submit" name="keep" value="">
							{said.different}
						</button>
					</form>
				</section>
			))}
		</DeskLayout>
	);
}
