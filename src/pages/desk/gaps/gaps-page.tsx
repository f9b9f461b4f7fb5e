import type { Library } from "#content/library.ts";
import type { ShownTally } from "#domain/tallies/suppress.ts";
import { DeskLayout } from "#pages/desk/desk-layout.tsx";
import type { Desk } from "#pages/desk/desk-part.ts";
import { deskPaths } from "#pages/desk/desk-paths.ts";
import { itemLabel } from "#pages/desk/gaps/gap-labels.ts";
import { shownDetails } from "#pages/desk/gaps/shown-details.ts";
import { GAP_TABLES, type Gaps, type GapTable } from "#services/show-gaps.ts";

type GapsProps = { readonly content: Library; readonly desk: Desk; readonly gaps: Gaps };

export function GapsPage({ content, desk, gaps }: GapsProps) {
	const { desk_gaps: say } = content.words;
	const here = `${deskPaths.area(desk.area.slug)}/gaps`;
	const filled = GAP_TABLES.filter((table) => gaps.tables[table].length > 0);
	return (
		<DeskLayout words={content.words} desk={desk} title={say.title} here={here}>
			<h1>{say.title}</h1>
			<p class="lead">{say.lead}</p>
			<form method="get" action={here} class="row">
				<div>
					<label for="period">{say.period}</label>
					<select id="period" name="period">
						{gaps.periods.map(({ id, weeks }, at) => (
							<option value={id} selected={id === gaps.period.id}>
								{weeksText(say.weeks, weeks)} {at === 0 ? say.running : ""}
							</option>
						))}
					</select>
				</div>
				<button class="primary" type="submit">
					{say.period_button}
				</button>
			</form>
			{gaps.running ? <p class="note">{say.running_note}</p> : null}
			{filled.length === 0 ? <p>{say.none}</p> : null}
			{filled.map((table) => (
				<Table content={content} table={table} tallies={gaps.tables[table]} />
			))}
			<p>
				<a href={`${here}.csv?period=${gaps.period.id}`} download>
					{say.csv}
				</a>
			</p>
		</DeskLayout>
	);
}

/** "Weeks 45 to 48, 2026". */
function weeksText(pattern: string, weeks: readonly string[]): string {
	const number = (week: string | undefined) => String(Number(week?.slice(6)));
	return `${pattern.replace("{first}", number(weeks[0])).replace("{last}", number(weeks.at(-1)))}, ${weeks[0]?.slice(0, 4)}`;
}

type TableProps = { readonly content: Library; readonly table: GapTable; readonly tallies: readonly ShownTally[] };

function Table({ content, table, tallies }: TableProps) {
	const { desk_gaps: say } = content.words;
	const { title, mean, item: itemTitle, detail: detailTitle } = say.tables[table];
	const figure = (count: number | null) => (count === null ? say.few : String(count));
	const details = detailTitle !== "";
	return (
		<section class="table-room" tabindex={0} aria-labelledby={table}>
			<h2 id={table}>{title}</h2>
			<p>{mean}</p>
			<table>
				<thead>
					<tr>
						<th scope="col">{itemTitle}</th>
						{details ? <th scope="col">{detailTitle}</th> : null}
						<th scope="col" class="number">
							{say.all}
						</th>
					</tr>
				</thead>
				<tbody>
					{tallies.map((tally) => (
						<tr>
							<th scope="row">{itemLabel(content, table, tally.item)}</th>
							{details ? (
								<td>
									{shownDetails(content, table, tally)
										.map(({ label, count }) => `${label}: ${figure(count)}`)
										.join("; ")}
								</td>
							) : null}
							<td class="number">{figure(tally.total)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
