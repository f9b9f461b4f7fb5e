import * as z from "zod";
import { NATIONS } from "#domain/places/nation.ts";

/** A council, as far as a person needs it: `slug` where its directory is here. */
export const PlaceArea = z.object({
	slug: z.string().optional(),
	gss_code: z.string().optional(),
	name: z.string(),
	/** True where its directory and its ways to people are here. */
	served: z.boolean(),
});
export type PlaceArea = Readonly<z.infer<typeof PlaceArea>>;

/** What a postcode, a sector or an outcode tells. */
export const FoundPlace = z.object({
	/** As we read it: "SK9 1AB", or as much of it as was given. */
	postcode: z.string(),
	/** `border` where it may be in England or across its border, null where no place has such a postcode. */
	nation: z.enum([...NATIONS, "border"]).nullable(),
	/** One to three councils that may answer for children there, those that are served first; empty where we do not know. */
	areas: z.array(PlaceArea).readonly(),
	/** Whether `areas` is sure, or only near. Null where there is none. */
	precision: z.enum(["exact", "approximate"]).nullable(),
	/** Degrees, and what the point is the middle of. */
	point: z
		.object({
			latitude: z.number(),
			longitude: z.number(),
			precision: z.enum(["postcode", "sector", "outcode"]),
		})
		.readonly()
		.optional(),
	/** Others around, for a person who says that it is none of these. */
	other_authorities: z.array(PlaceArea).readonly().optional(),
});
export type FoundPlace = Readonly<z.infer<typeof FoundPlace>>;

/** A council to choose by name; `district` where it was a district's name that was typed. */
export const CouncilChoice = PlaceArea.extend({ district: z.string().optional() });
export type CouncilChoice = Readonly<z.infer<typeof CouncilChoice>>;

export const CouncilChoices = z.object({ total: z.int(), councils: z.array(CouncilChoice).readonly() });
