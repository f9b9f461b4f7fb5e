import { rename, rm, stat } from "node:fs/promises";
import { readBackup } from "#adapters/libsql/backup-tables.ts";
import { openDatabase } from "#adapters/libsql/client.ts";
import { backupKey, writeBackupFile } from "#cli/backup-file.ts";
import { databaseOf } from "#cli/database-url.ts";
import { readEnv } from "#env.ts";

/**
 * `npm run backup -- FILE`: a locked copy of the whole database as it is at one moment, while the service goes on. FILE
 * appears when it is whole, and never replaces another. Answers the exit code.
 */
export async function main(
	argv: readonly string[],
	source: Readonly<Record<string, unknown>>,
	print: (line: string) => void,
): Promise<number> {
	const [path] = argv;
	if (path === undefined || argv.length > 1) {
		print("Say where to: npm run backup -- FILE");
		return 2;
	}
	if (await stat(path).catch(() => null)) {
		print(`There is a ${path} already. A backup never replaces a file: name another.`);
		return 2;
	}
	const partial = `${path}.partial`;
	let database: ReturnType<typeof openDatabase> | null = null;
	try {
		const env = readEnv(source);
		const key = backupKey(env.BACKUP_KEY);
		database = openDatabase(databaseOf(env));
		await rm(partial, { force: true });
		const file = await writeBackupFile(partial, key);
		try {
			const tables = await readBackup(database, new Date(), file.line);
			await file.end();
			await rename(partial, path);
			const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
			print(`${rows} rows of ${Object.keys(tables).length} tables are in ${path}, locked.`);
			return 0;
		} catch (error) {
			await file.abandon().catch(() => {});
			await rm(partial, { force: true });
			throw error;
		}
	} catch (error) {
		print(`No backup was made. ${error instanceof Error ? error.message : String(error)}`);
		return 1;
	} finally {
		database?.close();
	}
}

if (import.meta.filename === process.argv[1])
	process.exitCode = await main(process.argv.slice(2), process.env, console.log);
