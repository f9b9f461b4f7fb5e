import type { ListingProblem } from "#domain/directory/editing/field-reader.ts";
import { type ListingFields, YES } from "#domain/directory/editing/listing-fields.ts";
import { readListing } from "#domain/directory/editing/read-listing.ts";
import { editsBetween } from "#domain/directory/local-edits.ts";
import { londonMoment } from "#domain/directory/search/moment.ts";
import type { Service } from "#domain/directory/service.ts";
import { dateOf } from "#domain/hours/local-date.ts";
import type { Dependencies } from "#ports.ts";
import { areaProfile } from "#services/area-profile.ts";
import { listingGround } from "#services/listing-ground.ts";

export type SaveNeeds = Pick<
	Dependencies,
	"content" | "clock" | "areas" | "areaSettings" | "feed" | "localEdits" | "drafts"
>;

export type SaveListingInput = {
	readonly area: string;
	/** Null for a new one. */
	readonly id: string | null;
	readonly fields: ListingFields;
	/** Who at the desk, as the audit log names them. */
	readonly by: string;
};

export type SavedListing =
	| { readonly kind: "saved"; readonly id: string; readonly service: Service }
	/** Somebody else has to agree first. */
	| { readonly kind: "waiting"; readonly draft: string }
	| { readonly kind: "unchanged"; readonly id: string }
	| { readonly kind: "invalid"; readonly problems: readonly ListingProblem[] }
	| { readonly kind: "unknown" };

/**
 * Saves what an editor wrote in a listing's form, or puts it before a second person where the area wants that. What the
 * provider's feed says stays beneath. Families see it when the area is next published, within a minute.
 */
export async function saveListing(deps: SaveNeeds, input: SaveListingInput): Promise<SavedListing> {
	const read = await readListingInput(deps, input);
	if (read.kind !== "read") return read;
	const profile = await areaProfile(deps, input.area);
	if (!profile?.settings.approval_by_second_person) return keepListing(deps, input, read, "edit");
	const draft = crypto.randomUUID();
	const { area, id: service, fields, by: madeBy } = input;
	await deps.drafts.add({ id: draft, area, service, origin: "editor", fields, madeBy, madeAt: deps.clock.now() });
	return { kind: "waiting", draft };
}

type ReadInput =
	| { readonly kind: "read"; readonly before: Service; readonly after: Service }
	| Extract<SavedListing, { kind: "invalid" | "unknown" }>;

/** The listing as it is and as the form would have it. */
export async function readListingInput(deps: SaveNeeds, input: SaveListingInput): Promise<ReadInput> {
	const before = input.id === null ? emptyListing() : (await deps.localEdits.read(input.area, input.id))?.service;
	if (before === undefined) return { kind: "unknown" };
	const fields = input.id === null ? { name: "", organization: "", ...input.fields } : input.fields;
	const read = readListing(fields, before, await listingGround(deps, input.area));
	if (read.kind === "invalid") return read;
	return { kind: "read", before, after: confirmed(deps, read.service, input) };
}

/** Writes it, with who and why in its history. */
export async function keepListing(
	deps: SaveNeeds,
	{ area, id, by }: SaveListingInput,
	{ before, after }: { readonly before: Service; readonly after: Service },
	why: "edit" | "approval" | "provider",
): Promise<SavedListing> {
	const made = { by, at: deps.clock.now(), why };
	if (id === null) {
		await deps.localEdits.create(area, after, made);
		return { kind: "saved", id: after.id, service: after };
	}
	const saved = await deps.localEdits.save(area, id, editsBetween(before, after), made);
	switch (saved.kind) {
		case "saved":
			return { kind: "saved", id, service: saved.service };
		case "unchanged":
			return { kind: "unchanged", id };
		case "unknown":
			return saved;
		case "invalid":
			// The form was read already: what the whole record refuses is a fault of ours, told as one of the field's.
			return { kind: "invalid", problems: saved.problems.map(({ field }) => ({ field, problem: "missing" })) };
	}
}

/** Who ticks "I checked this with the provider" assures the listing today. */
function confirmed({ clock }: SaveNeeds, service: Service, { fields, by }: SaveListingInput): Service {
	if (fields["confirmed"] !== YES) return service;
	const today = dateOf(londonMoment(clock.now(), []).day);
	return { ...service, assured_date: today, internal: { ...service.internal, assurer: by } };
}

function emptyListing(): Service {
	return {
		id: crypto.randomUUID(),
		name: "",
		status: "active",
		organization: { id: "", name: "", description: "" },
	};
}
