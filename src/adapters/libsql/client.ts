import { type Client, createClient, type InStatement, LibsqlError, type ResultSet } from "@libsql/client";
import { AppError } from "#domain/errors.ts";

export type DatabaseConfig = {
	/** `file:` for an embedded file, `http:`, `https:` or `libsql:` for a server. */
	readonly url: string;
	readonly authToken?: string | undefined;
};

/** What adapters may do with the database. Stops with UNAVAILABLE where it cannot be reached. */
export type Database = {
	readonly embedded: boolean;
	readonly execute: (statement: InStatement) => Promise<ResultSet>;
	/** All of them in one transaction, or none. */
	readonly batch: (statements: readonly InStatement[], mode: "write" | "read") => Promise<readonly ResultSet[]>;
	/** Asks several things of the database as it is at one moment, whatever others write meanwhile. */
	readonly reading: <T>(work: (ask: Database["execute"]) => Promise<T>) => Promise<T>;
	/** The same as `batch` for writing, with foreign keys switched off meanwhile. */
	readonly migrate: (statements: readonly InStatement[]) => Promise<readonly ResultSet[]>;
	readonly close: () => void;
};

/** How long an embedded file waits for another's lock before it fails, in milliseconds. */
const BUSY_TIMEOUT = 5000;
/**
 * The package would queue beyond 20 statements at once. At the edge a statement that waits in a queue and is sent when
 * another request's ends belongs to neither, and workerd breaks it off. So nothing is queued here: the server does that.
 */
const UNQUEUED = { concurrency: Number.MAX_SAFE_INTEGER };
/** How long one answer of a server may take; the end of a large import takes a few seconds. */
const ANSWER_TIMEOUT = 60_000;

/**
 * Names the database; the one place that does. It is opened when it is first used, so that a program starts without
 * it. Plain `@libsql/client`, so that a bundle for workerd takes the web client. Foreign keys are on by default in
 * libSQL, embedded and served; the tests prove it on both.
 */
export function openDatabase(config: DatabaseConfig): Database {
	let opened: Client | undefined;
	const embedded = config.url.startsWith("file:");
	const client = () => {
		opened ??= createClient({ ...config, timeout: BUSY_TIMEOUT, fetch: patientFetch, ...(embedded ? {} : UNQUEUED) });
		return opened;
	};
	return {
		embedded,
		execute: (statement) => reached(async () => client().execute(statement)),
		batch: (statements, mode) => reached(async () => client().batch([...statements], mode)),
		reading: async (work) => {
			const transaction = await reached(async () => client().transaction("read"));
			try {
				return await work((statement) => reached(() => transaction.execute(statement)));
			} finally {
				transaction.close();
			}
		},
		migrate: (statements) => reached(async () => client().migrate([...statements])),
		close: () => opened?.close(),
	};
}

/**
 * Lets readers of an embedded file go on while an import writes. The mode stays with the file, so once at the start
 * of the program is enough; a server chooses its own.
 */
export async function useWriteAheadLog(database: Database): Promise<void> {
	if (database.embedded) await database.execute("PRAGMA journal_mode = WAL");
}

function patientFetch(request: Request): Promise<Response> {
	return fetch(request, { signal: AbortSignal.timeout(ANSWER_TIMEOUT) });
}

/** The database's own word on a statement, which would be the same tomorrow. All else is a database out of reach. */
const REFUSALS = /^(?:SQL_|SQLITE_(?!BUSY|CANTOPEN|IOERR|NOTADB|CORRUPT|FULL)|ARGS_|RESPONSE_TOO_LARGE)/;

async function reached<T>(ask: () => Promise<T>): Promise<T> {
	try {
		return await ask();
	} catch (cause) {
		if (cause instanceof LibsqlError && REFUSALS.test(cause.code)) throw cause;
		throw new AppError("UNAVAILABLE", "The directory's database cannot be reached. Try again in a minute.", { cause });
	}
}
