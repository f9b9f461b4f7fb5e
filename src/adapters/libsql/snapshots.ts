import { sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { rows, statement } from "#adapters/libsql/statement.ts";
import { snapshot_pieces, snapshots } from "#db/operations.ts";
import type { Snapshots, StoredSnapshot } from "#ports/snapshots.ts";

const PIECE = 1_000_000;
/** Read in one answer: a libSQL server sends at most 10 MB, and bytes travel as base64. */
const PIECES_AT_ONCE = 4;
/** The last version stays for readers that are in the middle of it. */
const VERSIONS_KEPT = 2;
/** Pieces of a publication that never ended go after this long, in milliseconds. */
const ABANDONED_AFTER = 3_600_000;

/** The snapshots tables as a port. */
export function createSnapshots(client: Database): Snapshots {
	return {
		version: async (area) => (await newest(client, area))?.version ?? null,
		publishedAt: async (area) => (await newest(client, area))?.publishedAt ?? null,
		load: (area) => load(client, area),
		publish: (area, bytes, checksum, at) => publish(client, area, bytes, checksum, at),
	};
}

async function load(client: Database, area: string): Promise<StoredSnapshot | null> {
	const row = await newest(client, area);
	if (row === null) return null;
	const bytes = new Uint8Array(row.size);
	for (let offset = 0, position = 0; offset < row.size; position += PIECES_AT_ONCE) {
		const pieces = await rows(
			client,
			sql`SELECT bytes FROM ${snapshot_pieces} WHERE token = ${row.token} AND position >= ${position}
				ORDER BY position LIMIT ${PIECES_AT_ONCE}`,
		);
		// Two publications since we began, so that this version has gone: the next one is there to read.
		if (pieces.length === 0) return load(client, area);
		for (const { bytes: piece } of pieces) {
			if (!(piece instanceof ArrayBuffer)) throw new TypeError("A snapshot's piece is not bytes.");
			bytes.set(new Uint8Array(piece), offset);
			offset += piece.byteLength;
		}
	}
	return { version: row.version, bytes, checksum: row.checksum };
}

/** Bytes first, then the one row that makes them the area's snapshot: a reader sees all of it or none. */
async function publish(client: Database, area: string, bytes: Uint8Array, checksum: string, at: Date): Promise<number> {
	const token = crypto.randomUUID();
	for (let position = 0; position * PIECE < bytes.length; position++) {
		const piece = bytes.slice(position * PIECE, (position + 1) * PIECE);
		await client.execute(
			statement(sql`INSERT INTO ${snapshot_pieces} (token, position, bytes, written_at)
				VALUES (${token}, ${position}, ${piece}, ${at.getTime()})`),
		);
	}
	const mine = sql`${snapshots.area} = ${area}`;
	const [added] = await client.batch(
		[
			sql`INSERT INTO ${snapshots} (area, version, token, checksum, size, created_at)
				SELECT ${area}, coalesce(max(version), 0) + 1, ${token}, ${checksum}, ${bytes.length}, ${at.getTime()}
				FROM ${snapshots} WHERE ${mine} RETURNING version`,
			sql`DELETE FROM ${snapshots} WHERE ${mine} AND version <= (SELECT max(version) FROM ${snapshots} WHERE ${mine}) - ${VERSIONS_KEPT}`,
			sql`DELETE FROM ${snapshot_pieces} WHERE token NOT IN (SELECT token FROM ${snapshots})
				AND (written_at < ${at.getTime() - ABANDONED_AFTER})`,
		].map(statement),
		"write",
	);
	return Number(added?.rows[0]?.version);
}

async function newest(client: Database, area: string) {
	const [row] = await rows(
		client,
		sql`SELECT version, token, checksum, size, created_at FROM ${snapshots} WHERE ${snapshots.area} = ${area}
			ORDER BY version DESC LIMIT 1`,
	);
	if (row === undefined) return null;
	return {
		version: Number(row.version),
		token: String(row.token),
		checksum: String(row.checksum),
		size: Number(row.size),
		publishedAt: new Date(Number(row.created_at)),
	};
}
