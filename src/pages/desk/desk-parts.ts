import { auditPart } from "#pages/desk/audit/audit-part.tsx";
import { callBacksPart } from "#pages/desk/call-backs/call-backs-part.tsx";
import { messagesPart } from "#pages/desk/call-backs/messages-part.tsx";
import { webhooksPart } from "#pages/desk/call-backs/webhooks-part.tsx";
import type { DeskPart } from "#pages/desk/desk-part.ts";
import { draftsPart } from "#pages/desk/directory/drafts-part.tsx";
import { importsPart } from "#pages/desk/directory/imports-part.tsx";
import { listingsPart } from "#pages/desk/directory/listings-part.tsx";
import { mergesPart } from "#pages/desk/directory/merges-part.tsx";
import { gapsPart } from "#pages/desk/gaps/gaps-part.tsx";
import { membersPart } from "#pages/desk/members/members-part.tsx";
import { runningPart } from "#pages/desk/running/running-part.tsx";
import { settingsPart } from "#pages/desk/settings/settings-part.tsx";

/** The parts of the desk, in the order of the bar. A new part is put here, and nowhere else. */
export const deskParts: readonly DeskPart[] = [
	callBacksPart,
	listingsPart,
	draftsPart,
	mergesPart,
	importsPart,
	gapsPart,
	messagesPart,
	webhooksPart,
	settingsPart,
	membersPart,
	auditPart,
	runningPart,
];
