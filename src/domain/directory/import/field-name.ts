/** Keys that only say which record this one hangs on; the nesting says the same. */
const REFERENCES = new Set([
	"service_id",
	"organization_id",
	"location_id",
	"contact_id",
	"phone_id",
	"service_at_location_id",
	"link_id",
	"taxonomy_term_id",
	"program_id",
]);

/** True for a key whose loss loses nothing. */
export function isReference(name: string): boolean {
	return REFERENCES.has(name);
}

/** The standard's way to write a key: "serviceId", "Service ID*" and "service-id" are all "service_id". */
export function fieldName(key: string): string {
	return key
		.trim()
		.replace(/([a-z0-9])([A-Z])/g, "$1_$2")
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "_")
		.replace(/^_+|_+$/g, "");
}
