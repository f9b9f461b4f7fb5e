import {
	type ListingFields,
	type ListingGround,
	listingFields,
	placeField,
} from "#domain/directory/editing/listing-fields.ts";
import type { Service } from "#domain/directory/service.ts";
import type { DeskForm } from "#pages/desk/desk-form.ts";

/** The fields that a listing's form posts: those it has, those of one more place, and the box that it was checked. */
export function postedFields(form: DeskForm, before: Service | null, ground: ListingGround): ListingFields {
	const places = before?.service_at_locations ?? [];
	const blank = { location: { id: "", location_type: "physical" as const }, id: "" };
	const drawn: Service = {
		...(before ?? EMPTY),
		service_at_locations: [...places, blank],
	};
	const ticks = places.map((_, n) => placeField(n, "remove"));
	const names = [...Object.keys(listingFields(drawn, ground)), ...ticks, "confirmed"];
	const sent = names.filter((name) => form.has(name) || form.has(WHOLE));
	return Object.fromEntries(sent.map((name) => [name, form.text(name)]));
}

/** Says that a form held every field, so that a box that was not sent is one that was not ticked. */
export const WHOLE = "whole";

/** What a new listing's form shows before anything was written. */
export const EMPTY: Service = {
	id: "",
	name: "",
	status: "active",
	organization: { id: "", name: "", description: "" },
};
