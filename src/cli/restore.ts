import { existsSync } from "node:fs";
import { join } from "node:path";
import { BackupLine } from "#adapters/libsql/backup-lines.ts";
import { openDatabase, useWriteAheadLog } from "#adapters/libsql/client.ts";
import { readMigrations } from "#adapters/libsql/migration-files.ts";
import { restoreBackup } from "#adapters/libsql/restore-tables.ts";
import { backupKey, readBackupFile } from "#cli/backup-file.ts";
import { compileContent } from "#cli/compile-content.ts";
import { root } from "#cli/content-files.ts";
import { databaseOf } from "#cli/database-url.ts";
import { readEnv } from "#env.ts";

/**
 * `npm run restore -- FILE`: fills the empty database of DATABASE_URL from a backup. The whole file is opened and checked
 * before anything is written. What was due for erasure since the backup is erased before it ends: restoring brings
 * nobody's details back beyond their time. Answers the exit code.
 */
export async function main(
	argv: readonly string[],
	source: Readonly<Record<string, unknown>>,
	print: (line: string) => void,
): Promise<number> {
	const [path] = argv;
	if (path === undefined || argv.length > 1) {
		print("Say where from: npm run restore -- FILE");
		return 2;
	}
	let database: ReturnType<typeof openDatabase> | null = null;
	try {
		const env = readEnv(source);
		const key = backupKey(env.BACKUP_KEY);
		for await (const line of readBackupFile(path, key)) BackupLine.parse(line);
		database = openDatabase(databaseOf(env));
		await useWriteAheadLog(database);
		const files = await readMigrations(join(root, "db/migrations"));
		const restored = await restoreBackup(database, linesOf(path, key), files, new Date());
		if (restored.kind === "refused") {
			print(`Nothing was restored. ${restored.reason}`);
			return 1;
		}
		const rows = Object.values(restored.tables).reduce((sum, table) => sum + table.rows, 0);
		print(
			`${rows} rows of ${Object.keys(restored.tables).length} tables are back, as they were at ${restored.madeAt.toISOString()}.`,
		);
		const erased = await eraseWhatIsDue(databaseOf(env));
		print(`Call-backs whose details were due for erasure since then: ${erased} erased.`);
		print(
			"Those that people had erased themselves since then are back until their time: erase them again by reference.",
		);
		return 0;
	} catch (error) {
		print(`Nothing was restored. ${error instanceof Error ? error.message : String(error)}`);
		return 1;
	} finally {
		database?.close();
	}
}

async function* linesOf(path: string, key: Buffer): AsyncGenerator<BackupLine> {
	for await (const line of readBackupFile(path, key)) yield BackupLine.parse(line);
}

async function eraseWhatIsDue(database: { readonly url: string }): Promise<number> {
	// A machine that was never started has no compiled content yet.
	if (!existsSync(join(root, "src/content/compiled/content.ts"))) await compileContent();
	const { createDependencies } = await import("#dependencies/create-dependencies.ts");
	const { eraseCallBacks } = await import("#services/erase-call-backs.ts");
	const { closed, old } = await eraseCallBacks(createDependencies(database));
	return closed + old;
}

if (import.meta.filename === process.argv[1])
	process.exitCode = await main(process.argv.slice(2), process.env, console.log);
