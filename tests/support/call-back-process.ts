import { serve } from "@hono/node-server";
import { createApp } from "#app.ts";
import { cookieKey } from "#cookie-key.ts";
import { createDependencies } from "#dependencies/create-dependencies.ts";
import { deliverOutbox } from "#services/deliver-outbox.ts";

/** How one process is to run, as JSON in its first argument. */
export type ProcessPlan = {
	readonly databaseUrl: string;
	readonly keys: string;
	/** Milliseconds by which its clock is ahead, so that what a dead process held is free again. */
	readonly ahead: number;
	/** Stops itself as kill -9 does at the nth time it comes by this step; null for one that lives. */
	readonly killAt: { readonly step: string; readonly time: number } | null;
};

/** A whole server that takes requests and delivers them, in a process of its own, for a test to kill. */
async function run(plan: ProcessPlan): Promise<void> {
	let passed = 0;
	const deps = createDependencies(
		{ url: plan.databaseUrl },
		{
			clock: { now: () => new Date(Date.now() + plan.ahead) },
			feedLimits: { loopback: true },
			callBacks: {
				keys: plan.keys,
				faultPoint: async (step) => {
					if (step !== plan.killAt?.step) return;
					passed += 1;
					if (passed === plan.killAt.time) process.kill(process.pid, "SIGKILL");
				},
			},
		},
	);
	const app = createApp(deps, {
		publicUrl: null,
		production: false,
		cookieKey: await cookieKey(undefined),
		limited: async () => false,
	});
	serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => console.log(port));
	for (;;) {
		await deliverOutbox(deps).catch(() => {});
		await new Promise((resolve) => setTimeout(resolve, 30));
	}
}

await run(JSON.parse(process.argv[2] ?? "{}"));
