import { type Client, createClient } from "@libsql/client";

export type DatabaseConfig = {
	/** `file:` for an embedded file, `http:`, `https:` or `libsql:` for a server. */
	readonly url: string;
	readonly authToken?: string | undefined;
};

/** How long a local connection waits for another's lock before it fails, in milliseconds. */
const BUSY_TIMEOUT = 5000;

/**
 * Opens the database; the one place that does. Plain `@libsql/client`, so that a bundle for workerd takes the web
 * client. Foreign keys are on by default in libSQL, embedded and served; the tests prove it on both.
 */
export function openDatabase(config: DatabaseConfig): Client {
	return createClient({ url: config.url, authToken: config.authToken, timeout: BUSY_TIMEOUT });
}

/**
 * Lets readers of an embedded file go on while an import writes. The mode stays with the file, so once at the start
 * of the program is enough; a server chooses its own.
 */
export async function useWriteAheadLog(client: Client): Promise<void> {
	if (client.protocol === "file") await client.execute("PRAGMA journal_mode = WAL");
}
