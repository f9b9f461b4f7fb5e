import type { Words } from "#content/library.ts";
import type { ListingChange } from "#domain/directory/editing/listing-changes.ts";
import type { ListingNeed } from "#domain/directory/editing/listing-needs.ts";
import { fieldLabel } from "#pages/desk/directory/field-label.ts";

type ChangesTableProps = {
	readonly words: Words;
	readonly needs: readonly ListingNeed[];
	readonly changes: readonly ListingChange[];
};

/** Field by field, what a listing said and what it would say. Text stays text. */
export function ChangesTable({ words, needs, changes }: ChangesTableProps) {
	const { changes: said, preview } = words.desk_directory;
	if (changes.length === 0) return <p>{preview.no_changes}</p>;
	return (
		<div class="table-room">
			<table>
				<thead>
					<tr>
						<th scope="col">{said.field}</th>
						<th scope="col">{said.before}</th>
						<th scope="col">{said.after}</th>
					</tr>
				</thead>
				<tbody>
					{changes.map(({ field, before, after }) => (
						<tr>
							<th scope="row">{fieldLabel(words, needs, field)}</th>
							<td class="as-typed">{before || said.nothing}</td>
							<td class="as-typed">{after || said.nothing}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
