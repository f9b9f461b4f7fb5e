import * as z from "zod";

/** A step of the process, in the order in which families meet them. */
export const Stage = z.enum([
	"early_help",
	"front_door",
	"child_in_need",
	"section_47",
	"conference",
	"plan",
	"review",
	"before_court",
	"court",
	"looked_after",
	"leaving_care",
]);
export type Stage = z.infer<typeof Stage>;
