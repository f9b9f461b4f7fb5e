/** What a list shows of a service, kept in the snapshot so that a search needs no database. "" stands for "not given". */
export type DisplayRow = {
	readonly id: string;
	readonly name: string;
	readonly organisation: string;
	readonly summary: string;
	readonly url: string;
	readonly email: string;
	readonly phone: string;
	readonly costText: string;
	readonly alert: string;
	readonly closed: boolean;
	/** In years; null where the record gives none. */
	readonly minimumAge: number | null;
	readonly maximumAge: number | null;
	readonly places: readonly string[];
};

/** A row as the snapshot writes it: a JSON list, the parts in this order, the places last. */
export function encodeDisplayRow(row: DisplayRow): string {
	return JSON.stringify([
		row.id,
		row.name,
		row.organisation,
		row.summary,
		row.url,
		row.email,
		row.phone,
		row.costText,
		row.alert,
		row.closed ? "closed" : "",
		String(row.minimumAge ?? ""),
		String(row.maximumAge ?? ""),
		...row.places,
	]);
}

/** Reads a row back. Only ever given bytes whose checksum held, so its parts are texts. */
export function decodeDisplayRow(json: string): DisplayRow {
	const parts: readonly string[] = JSON.parse(json);
	const [id = "", name = "", organisation = "", summary = "", url = "", email = "", phone = ""] = parts;
	return {
		id,
		name,
		organisation,
		summary,
		url,
		email,
		phone,
		costText: parts[7] ?? "",
		alert: parts[8] ?? "",
		closed: parts[9] === "closed",
		minimumAge: yearsIn(parts[10]),
		maximumAge: yearsIn(parts[11]),
		places: parts.slice(12),
	};
}

function yearsIn(part: string | undefined): number | null {
	return part === undefined || part === "" ? null : Number(part);
}
