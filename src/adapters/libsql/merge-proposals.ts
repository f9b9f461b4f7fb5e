import { sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { recordFrom } from "#adapters/libsql/json-record.ts";
import { rows, statement } from "#adapters/libsql/statement.ts";
import { merge_proposals } from "#db/desk.ts";
import type { SamePair } from "#domain/directory/same-records.ts";
import type { MergeProposal, MergeProposals, MergeState } from "#ports/merge-proposals.ts";

/** Proposals as a port. A pair stands once, the smaller id first. */
export function createMergeProposals(client: Database): MergeProposals {
	return {
		propose: (area, pairs, at) => propose(client, area, pairs, at),
		list: (area, state) => list(client, area, state),
		decide: async (area, services, decision, by, at) => {
			const [one, other] = services.toSorted();
			const result = await client.execute(
				statement(sql`UPDATE ${merge_proposals} SET state = ${decision}, decided_by = ${by}, decided_at = ${at.getTime()}
					WHERE ${merge_proposals.area} = ${area} AND ${merge_proposals.service_id} = ${one}
						AND ${merge_proposals.other_id} = ${other} AND ${merge_proposals.state} = 'open'`),
			);
			return result.rowsAffected > 0;
		},
	};
}

type Reasons = Pick<MergeProposal, "score" | "because">;

async function propose(client: Database, area: string, pairs: readonly SamePair[], at: Date): Promise<number> {
	const found = JSON.stringify(
		pairs.map(({ one, other, score, because }) => {
			const [service, second] = [one.service.id, other.service.id].toSorted();
			const reasons: Reasons = { score, because };
			return { service, other: second, reasons };
		}),
	);
	const result = await client.execute(
		statement(sql`INSERT INTO ${merge_proposals} (area, service_id, other_id, reasons, proposed_at, state)
			SELECT ${area}, value ->> 'service', value ->> 'other', value -> 'reasons', ${at.getTime()}, 'open'
			FROM json_each(${found}) WHERE TRUE ON CONFLICT (area, service_id, other_id) DO NOTHING`),
	);
	return result.rowsAffected;
}

async function list(client: Database, area: string, state?: MergeState): Promise<readonly MergeProposal[]> {
	const which = state === undefined ? sql`TRUE` : sql`${merge_proposals.state} = ${state}`;
	const found = await rows(
		client,
		sql`SELECT service_id, other_id, reasons, proposed_at, state, decided_by, decided_at FROM ${merge_proposals}
			WHERE ${merge_proposals.area} = ${area} AND ${which} ORDER BY proposed_at DESC, service_id, other_id`,
	);
	return found.map((row) => ({
		service: String(row.service_id),
		other: String(row.other_id),
		...recordFrom<Reasons>(row.reasons),
		proposedAt: new Date(Number(row.proposed_at)),
		state: row.state === "merged" || row.state === "different" ? row.state : "open",
		decidedBy: row.decided_by === null ? null : String(row.decided_by),
		decidedAt: row.decided_at === null ? null : new Date(Number(row.decided_at)),
	}));
}
