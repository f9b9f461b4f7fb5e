import { openDatabase } from "#adapters/libsql/client.ts";
import { migrate } from "#adapters/libsql/migrate.ts";
import { readMigrations } from "#adapters/libsql/migration-files.ts";
import { timedLater } from "#cli/bench/measure.ts";
import { seedDemo } from "#cli/seed.ts";
import { startSqld } from "#cli/start-sqld.ts";
import { startWorkerd } from "#cli/start-workerd.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";

const TEXTS = [
	"what is a section 47 enquiry",
	"conference next week what happens",
	"my dad hits me",
	"food bank near me",
	"how long does it take",
	"can i record the social worker",
	"they want me to sign section 20",
	"thanks",
];
const RUNS = 50;

/** Turns and searches over HTTP through `workerd serve`, with a libSQL server beside it. */
export async function benchConversation(print: (line: string) => void): Promise<void> {
	const database = await startSqld();
	const client = openDatabase({ url: database.url });
	await migrate(client, await readMigrations("db/migrations"), new Date());
	client.close();
	await seedDemo(createDependencies({ url: database.url }), () => {});
	const workerd = await startWorkerd({ DATABASE_URL: database.url });
	try {
		const texts = Array.from({ length: RUNS }, () => TEXTS).flat();
		const turns = await timedLater(texts, async (text) => {
			const response = await fetch(`${workerd.url}/api/v1/conversation/turns`, {
				method: "POST",
				body: JSON.stringify({ area: "demo", input: { kind: "text", text } }),
			});
			await response.text();
		});
		print(JSON.stringify({ bench: "turn over HTTP in workerd", ...turns }));
		const searches = await timedLater(texts, async (text) => {
			const response = await fetch(`${workerd.url}/api/v1/areas/demo/services?q=${encodeURIComponent(text)}`);
			await response.text();
		});
		print(JSON.stringify({ bench: "search over HTTP in workerd, demo area", ...searches }));
	} finally {
		await workerd.stop();
		await database.stop();
	}
}
