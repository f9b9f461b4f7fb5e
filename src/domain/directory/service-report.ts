import * as z from "zod";

/** What a reader may say is wrong with a listing. Their words are in `content/words/reports.yaml`. */
export const REPORT_REASONS = [
	"closed",
	"wrong_contact",
	"wrong_place",
	"wrong_times",
	"wrong_cost",
	"wrong_ages",
	"duplicate",
	"unsafe",
	"other",
] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** "Something's wrong with this": a reason from a short list and nothing else, so that nothing personal can come along. */
export const ServiceReport = z.strictObject({ reason: z.enum(REPORT_REASONS) }).meta({ id: "ServiceReport" });
