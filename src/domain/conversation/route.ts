import * as z from "zod";
import { Hours } from "#domain/hours/hours.ts";

/** What a route is for: danger now, a worker, someone independent, a lawyer, a listening ear, putting things right. */
export const RouteKind = z.enum(["urgent", "human", "advocacy", "legal", "helpline", "complaint"]);
export type RouteKind = z.infer<typeof RouteKind>;

/** A way to reach a person, as content and areas keep it. `hours` is left out where they are not known for certain. */
export const RouteSource = z.strictObject({
	id: z.string(),
	kind: RouteKind,
	name: z.string(),
	what_for: z.string(),
	for: z.array(z.enum(["parent", "young_person", "family", "professional", "everyone"])).min(1),
	phone: z.string().optional(),
	text: z.string().optional(),
	webchat: z.url().optional(),
	url: z.url().optional(),
	email: z.email().optional(),
	hours: z.union([z.literal("always"), Hours, z.null()]).optional(),
	hours_text: z.string(),
	cost: z.string().optional(),
	languages: z.string().optional(),
	more: z.array(z.string()).optional(),
	checked: z.iso.date(),
	confidence: z
		.strictObject({ number: z.enum(["high", "medium", "low"]), hours: z.enum(["high", "medium", "low"]) })
		.optional(),
	verify: z.string().optional(),
});
export type RouteSource = z.infer<typeof RouteSource>;

/** A route as it is shown at one moment. `open_now` is null where the hours are not known for certain. */
export const Route = z.object({
	id: z.string(),
	kind: RouteKind,
	name: z.string(),
	what_for: z.string(),
	phone: z.string().optional(),
	text: z.string().optional(),
	webchat: z.string().optional(),
	url: z.string().optional(),
	email: z.string().optional(),
	open_now: z.boolean().nullable(),
	hours_text: z.string(),
	cost: z.string().optional(),
	languages: z.string().optional(),
	more: z.array(z.string()).optional(),
	checked: z.string(),
});
export type Route = z.infer<typeof Route>;
