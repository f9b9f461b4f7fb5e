import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		setupFiles: ["tests/support/only-loopback.ts"],
		// Files share a worker's modules: the compiled content is read once a worker and not once a file. Every test builds a world of its own.
		isolate: false,
		maxWorkers: availableParallelism(),
		testTimeout: 20_000,
		hookTimeout: 60_000,
		// A machine that is busy with other tests is slow; what never comes fails all the same.
		expect: { poll: { timeout: 10_000 } },
		projects: [
			{
				extends: true,
				test: { name: "all", include: ["tests/**/*.test.{ts,tsx}"], exclude: ["tests/browser/**"] },
			},
			// A real browser is another program, and what it does a moment late is tried once more. Nothing else is: a property has no second chance.
			{ extends: true, test: { name: "browser", include: ["tests/browser/**/*.test.ts"], retry: 1 } },
		],
	},
});
