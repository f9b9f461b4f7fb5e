import type { Words } from "#content/library.ts";
import type { AuditRecord, ChainState } from "#domain/desk/audit-entry.ts";
import { AUDIT_KINDS, type AuditFilter, filterAddress } from "#pages/desk/audit/audit-filter.ts";
import { DeskLayout } from "#pages/desk/desk-layout.tsx";
import { deskMoment } from "#pages/desk/desk-moment.ts";
import type { Desk } from "#pages/desk/desk-part.ts";
import { deskPaths } from "#pages/desk/desk-paths.ts";

type AuditProps = {
	readonly words: Words;
	readonly desk: Desk;
	readonly filter: AuditFilter;
	readonly entries: readonly AuditRecord[];
	/** The last position shown, where there are older ones. */
	readonly older: number | undefined;
	/** Of the whole chain, where it was asked for. */
	readonly state: ChainState | null;
};

export function AuditPage({ words, desk, filter, entries, older, state }: AuditProps) {
	const { desk_audit: say } = words;
	const here = `${deskPaths.area(desk.area.slug)}/audit`;
	return (
		<DeskLayout words={words} desk={desk} title={say.title} here={here}>
			<h1>{say.title}</h1>
			<p class="lead">{say.lead}</p>
			{state === null ? null : (
				<p class={state.kind === "whole" ? "saved member" : "note member"} role="status">
					{stateText(words, state)}
				</p>
			)}
			<FilterForm words={words} action={here} filter={filter} />
			{entries.length === 0 ? <p>{say.none}</p> : <Entries words={words} entries={entries} />}
			<ul class="links">
				{older === undefined ? null : (
					<li>
						<a href={here + filterAddress(filter, { before: older })}>{say.older}</a>
					</li>
				)}
				<li>
					<a href={`${here}.csv${filterAddress(filter)}`} download>
						{say.filter.csv}
					</a>
				</li>
				<li>
					<a href={`${here}?check=1`}>{say.check}</a>
				</li>
			</ul>
		</DeskLayout>
	);
}

function stateText({ desk_audit: say }: Words, state: ChainState): string {
	if (state.kind === "whole") return say.whole.replace("{count}", String(state.entries)).replace("{head}", state.head);
	const fault = state.fault === "broken link" ? say.faults.broken_link : say.faults[state.fault];
	return say.broken.replace("{position}", String(state.position)).replace("{fault}", fault);
}

function FilterForm({ words, action, filter }: Pick<AuditProps, "words" | "filter"> & { readonly action: string }) {
	const { filter: say } = words.desk_audit;
	return (
		<form method="get" action={action} class="row">
			<div>
				<label for="kind">{say.kind}</label>
				<select id="kind" name="kind">
					<option value="">{say.every}</option>
					{AUDIT_KINDS.map((kind) => (
						<option value={kind} selected={kind === filter.kind}>
							{say.kinds[kind]}
						</option>
					))}
				</select>
			</div>
			<div>
				<label for="who">{say.who}</label>
				<input id="who" name="who" type="text" value={filter.who} autocomplete="off" />
			</div>
			<div>
				<label for="from">{say.from}</label>
				<input id="from" name="from" type="date" value={filter.from} />
			</div>
			<div>
				<label for="until">{say.until}</label>
				<input id="until" name="until" type="date" value={filter.until} />
			</div>
			<button class="primary" type="submit">
				{say.button}
			</button>
		</form>
	);
}

function actionText({ desk_audit: { actions } }: Words, action: string): string {
	return new Map(Object.entries(actions)).get(action) ?? action;
}

function Entries({ words, entries }: Pick<AuditProps, "words" | "entries">) {
	const { table: say } = words.desk_audit;
	return (
		<section class="table-room" tabindex={0} aria-labelledby="lines">
			<table>
				<caption id="lines">{say.caption.replace("{count}", String(entries.length))}</caption>
				<thead>
					<tr>
						{[say.number, say.at, say.who, say.what, say.of, say.detail].map((title) => (
							<th scope="col">{title}</th>
						))}
					</tr>
				</thead>
				<tbody>
					{entries.map(({ position, at, actor, action, entity, entityId, detail }) => (
						<tr>
							<th scope="row">{position}</th>
							<td>
								<time datetime={at.toISOString()}>{deskMoment(at)}</time>
							</td>
							<td class="member">{actor}</td>
							<td>{actionText(words, action)}</td>
							<td class="member">{[entity, entityId].filter(Boolean).join(" ")}</td>
							<td class="member">
								{Object.entries(detail)
									.map(([key, value]) => `${key}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
									.join("; ")}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
