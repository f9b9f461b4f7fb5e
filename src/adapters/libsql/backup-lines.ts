import * as z from "zod";

/** What a backup holds, as lines of JSON in this order: the head, then each table with its rows, then the end. */
const Value = z.union([z.null(), z.number(), z.string(), z.object({ b: z.string() })]);
export const BackupLine = z.discriminatedUnion("kind", [
	z.object({
		kind: z.literal("head"),
		madeAt: z.number(),
		/** Migrations that the database had, each with the hash of its text. */
		migrations: z.array(z.tuple([z.string(), z.string()])),
	}),
	z.object({ kind: z.literal("table"), name: z.string(), columns: z.array(z.string()) }),
	z.object({ kind: z.literal("rows"), rows: z.array(z.array(Value)) }),
	z.object({
		kind: z.literal("end"),
		tables: z.record(z.string(), z.object({ rows: z.number(), sha256: z.string() })),
	}),
]);
export type BackupLine = z.infer<typeof BackupLine>;
export type BackupEnd = Extract<BackupLine, { kind: "end" }>["tables"];
type Value = z.infer<typeof Value>;

/** A value of the database as JSON can hold it: bytes become base64. */
export function packed(value: unknown): Value {
	if (value === null || typeof value === "number" || typeof value === "string") return value;
	if (value instanceof ArrayBuffer) return { b: Buffer.from(value).toString("base64") };
	throw new TypeError(`A ${typeof value} of the database cannot be put in a backup.`);
}

/** The same back again. */
export function unpacked(value: Value): null | number | string | Uint8Array {
	return typeof value === "object" && value !== null ? new Uint8Array(Buffer.from(value.b, "base64")) : value;
}
