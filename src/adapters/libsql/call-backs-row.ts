import type { Row } from "@libsql/client";
import { type CallBack, CallBackAudience, CallBackStatus } from "#domain/call-backs/call-back.ts";

/** A row of the table as the request that it holds. */
export function readCallBack(row: Row): CallBack {
	const number = (value: unknown) => (value === null ? null : Number(value));
	const text = (value: unknown) => (value === null ? null : String(value));
	return {
		reference: String(row.reference),
		area: String(row.area),
		secretHash: String(row.secret_hash),
		fold: text(row.fold),
		status: CallBackStatus.parse(row.status),
		receivedAt: Number(row.received_at),
		promisedBy: number(row.promised_by),
		audience: CallBackAudience.parse(row.audience),
		topic: text(row.topic),
		urgency: String(row.urgency),
		claimedBy: text(row.claimed_by),
		claimedAt: number(row.claimed_at),
		escalatedAt: number(row.escalated_at),
		escalatedAgainAt: number(row.escalated_again_at),
		closedAt: number(row.closed_at),
		outcome: text(row.outcome),
		version: Number(row.version),
		sealed: text(row.sealed),
		sealedWith: String(row.sealed_with),
		erasedAt: number(row.erased_at),
	};
}
