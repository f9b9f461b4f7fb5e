import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["tests/**/*.test.{ts,tsx}"],
		setupFiles: ["tests/support/only-loopback.ts"],
		testTimeout: 20_000,
		hookTimeout: 60_000,
		// A machine that is busy with other tests is slow; what never comes fails all the same.
		expect: { poll: { timeout: 10_000 } },
	},
});
