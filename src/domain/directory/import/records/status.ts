import type { Fields } from "#domain/directory/import/fields.ts";
import { mendDate } from "#domain/directory/import/values/calendar-date.ts";
import { mendYesNo } from "#domain/directory/import/values/number.ts";
import { mendStatus } from "#domain/directory/import/values/service-status.ts";
import type { Service } from "#domain/directory/service.ts";

/**
 * Whether a service is on. Words first; then Outpost's switches: closed for now, not approved, or shown only between
 * two dates (which beat `visible`). A source that says nothing lists what is there.
 */
export function readStatus(fields: Fields, today: string): Service["status"] {
	const status = fields.mend(mendStatus, "status");
	const closed = fields.mend(mendYesNo, "temporarily_closed") === true;
	const approved = fields.mend(mendYesNo, "approved") !== false;
	const visible = fields.mend(mendYesNo, "visible") !== false;
	const from = fields.mend(mendDate, "visible_from");
	const to = fields.mend(mendDate, "visible_to");
	const dated = from !== undefined || to !== undefined;
	const shown = dated ? (from ?? today) <= today && today <= (to ?? today) : visible;
	const hidden = !shown || !approved;
	if (hidden && (status ?? "active") === "active") {
		const why = !approved ? "not approved" : dated ? `shown ${from ?? ""} to ${to ?? ""}` : "not visible";
		fields.note("status", "hidden because the source hides it", why, "inactive");
		return "inactive";
	}
	if (closed && (status ?? "active") === "active") return "temporarily closed";
	if (status === undefined) fields.tally("status", "status missing, taken as active", "");
	return status ?? "active";
}
