import * as z from "zod";

/** Who is asking. */
export const Audience = z.enum(["parent", "young_person", "family", "professional"]);
export type Audience = z.infer<typeof Audience>;
