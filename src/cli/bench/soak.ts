import { openDatabase } from "#adapters/libsql/client.ts";
import { migrate } from "#adapters/libsql/migrate.ts";
import { readMigrations } from "#adapters/libsql/migration-files.ts";
import { ACTIONS } from "#cli/bench/soak/actions.ts";
import { crowd, summed } from "#cli/bench/soak/crowd.ts";
import { doorTo } from "#cli/bench/soak/door.ts";
import { memoryOf, SOAK_SERVERS } from "#cli/bench/soak/servers.ts";
import { seedDemo } from "#cli/seed.ts";
import { startSqld } from "#cli/start-sqld.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";

type Options = {
	readonly users: number;
	readonly seconds: number;
	readonly away: number;
	readonly on: readonly string[];
};

const NEEDS = new Set(ACTIONS.filter(({ needsDatabase }) => needsDatabase).map(({ name }) => name));

/**
 * A crowd of mixed users for some minutes, against workerd and Node, then the same while the database is away:
 * `npm run bench -- soak --users=200 --seconds=300 --away=60 --on=workerd,node`. Prints each kind of action with its
 * errors and times in milliseconds, and the server's memory in MB. What a person needs must go on without the database.
 */
export async function benchSoak(print: (line: string) => void, argv: readonly string[]): Promise<void> {
	const { users, seconds, away, on } = optionsOf(argv);
	for (const [name, start] of Object.entries(SOAK_SERVERS)) {
		if (!on.includes(name)) continue;
		const database = await startSqld();
		const client = openDatabase({ url: database.url });
		await migrate(client, await readMigrations("db/migrations"), new Date());
		client.close();
		await seedDemo(createDependencies({ url: database.url }), () => {});
		const door = await doorTo(database.url);
		const server = await start(door.url);
		const told = (phase: string, lines: ReturnType<typeof summed>, memory: Record<string, number | null>) => {
			for (const line of lines) print(JSON.stringify({ bench: `soak on ${name}`, phase, ...line }));
			print(JSON.stringify({ bench: `soak on ${name}`, phase, memory_mb: memory }));
		};
		try {
			await crowd(server.url, users, Math.min(10, seconds), 1);
			const atStart = await memoryOf(server.pid);
			const first = crowd(server.url, users, seconds / 2, 2);
			const firstHalf = summed(await first);
			const inTheMiddle = await memoryOf(server.pid);
			const secondHalf = summed(await crowd(server.url, users, seconds / 2, 3));
			told("first half", firstHalf, { start: atStart });
			told("second half", secondHalf, { middle: inTheMiddle, end: await memoryOf(server.pid) });
			await door.away();
			const without = summed(await crowd(server.url, users, away, 4));
			told("database away", without, { end: await memoryOf(server.pid) });
			await door.back();
			const after = summed(await crowd(server.url, users, Math.min(10, seconds), 5));
			told("database back", after, { end: await memoryOf(server.pid) });
			const errors = [...firstHalf, ...secondHalf, ...without.filter(unkind)]
				.filter((line) => line.name !== "all")
				.reduce((sum, line) => sum + line.errors, 0);
			print(JSON.stringify({ bench: `soak on ${name}`, verdict: errors === 0 ? "ok" : "broken", errors }));
			if (errors > 0) process.exitCode = 1;
		} finally {
			await server.stop();
			await door.close();
			await database.stop();
		}
	}
}

/** What cannot be done without the database may be refused, and only so: 503, with the ways to people. */
function unkind({ name, wrong = {} }: ReturnType<typeof summed>[number]): boolean {
	return !NEEDS.has(name) || Object.keys(wrong).some((kind) => !kind.startsWith("503,"));
}

function optionsOf(argv: readonly string[]): Options {
	const text = (name: string) => argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
	const number = (name: string, otherwise: number) => Math.max(1, Number(text(name) ?? otherwise) || otherwise);
	return {
		users: number("users", 200),
		seconds: number("seconds", 300),
		away: number("away", 60),
		on: (text("on") ?? "workerd,node").split(","),
	};
}
