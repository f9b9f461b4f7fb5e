import type { Row } from "@libsql/client";
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#adapters/libsql/client.ts";
import { rows, statement } from "#adapters/libsql/statement.ts";
import { single_use_links } from "#db/desk.ts";
import type { LinkPurpose, SingleUseLink, SingleUseLinks } from "#ports/single-use-links.ts";

export function createSingleUseLinks(client: Database): SingleUseLinks {
	const write = async (query: SQL) => (await client.execute(statement(query))).rowsAffected;
	const usable = (hash: string, purpose: LinkPurpose, at: Date) =>
		sql`hash = ${hash} AND purpose = ${purpose} AND used_at IS NULL AND expires_at > ${at.getTime()}`;
	return {
		make: async ({ hash, purpose, area, subject, madeAt, expiresAt }) =>
			(await write(sql`INSERT INTO ${single_use_links} (hash, purpose, area, subject, made_at, expires_at)
				VALUES (${hash}, ${purpose}, ${area}, ${subject}, ${madeAt.getTime()}, ${expiresAt.getTime()})
				ON CONFLICT DO NOTHING`)) > 0,
		look: async (hash, purpose, at) => {
			const [row] = await rows(client, sql`SELECT * FROM ${single_use_links} WHERE ${usable(hash, purpose, at)}`);
			return row === undefined ? null : linkOf(row, purpose);
		},
		use: async (hash, purpose, at) => {
			const [row] = await rows(
				client,
				sql`UPDATE ${single_use_links} SET used_at = ${at.getTime()} WHERE ${usable(hash, purpose, at)} RETURNING *`,
			);
			return row === undefined ? null : linkOf(row, purpose);
		},
		withdraw: (area, purpose, subject, at) =>
			write(sql`UPDATE ${single_use_links} SET used_at = ${at.getTime()}
				WHERE area = ${area} AND purpose = ${purpose} AND subject = ${subject} AND used_at IS NULL`),
		forget: (before) => write(sql`DELETE FROM ${single_use_links} WHERE expires_at < ${before.getTime()}`),
	};
}

function linkOf(row: Row, purpose: LinkPurpose): SingleUseLink {
	return {
		hash: String(row.hash),
		purpose,
		area: String(row.area),
		subject: String(row.subject),
		madeAt: new Date(Number(row.made_at)),
		expiresAt: new Date(Number(row.expires_at)),
	};
}
