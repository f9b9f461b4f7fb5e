import type { Database } from "#adapters/libsql/client.ts";
import type { Health } from "#ports/health.ts";

/** A database that takes longer than this to say one word counts as missing, in milliseconds. */
const PATIENCE = 2000;

/** "database" where it cannot be reached in time, "tables" where it was never migrated. */
export function createHealth(client: Database): Health {
	return { missing: () => soonOr(missing(client), ["database"]) };
}

function missing(client: Database): Promise<readonly string[]> {
	return client.execute("SELECT 1 FROM areas LIMIT 1").then(
		() => [],
		(error: unknown) => [String(error).includes("no such table") ? "tables" : "database"],
	);
}

async function soonOr<T>(answer: Promise<T>, otherwise: T): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<T>((resolve) => {
		timer = setTimeout(() => resolve(otherwise), PATIENCE);
	});
	return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
