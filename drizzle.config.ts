import { defineConfig } from "drizzle-kit";

export default defineConfig({
	dialect: "sqlite",
	schema: [
		"./db/schema.ts",
		"./db/parts.ts",
		"./db/operations.ts",
		"./db/places.ts",
		"./db/call-backs.ts",
		"./db/desk.ts",
	],
	out: "./db/migrations",
});
