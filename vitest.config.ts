import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["tests/**/*.test.{ts,tsx}"],
		setupFiles: ["tests/support/only-loopback.ts"],
		testTimeout: 20_000,
		hookTimeout: 60_000,
	},
});
