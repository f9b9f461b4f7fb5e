import * as z from "zod";

/**
 * One children's-services authority that this deployment serves.
 * `contacts` are routes in the data's own shape (see `domain/conversation/route.ts`).
 */
export const AreaSlug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const Area = z.object({
	slug: AreaSlug,
	/** ONS code of the authority, "E09000018". Left out for the demonstration. */
	gss_code: z.string().optional(),
	name: z.string().min(1),
	/** True for the invented council that `npm start` brings along; said wherever the area shows. */
	demonstration: z.boolean(),
});
export type Area = z.infer<typeof Area>;
