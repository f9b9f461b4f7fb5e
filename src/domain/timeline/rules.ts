/**
 * Which dates follow from an event, how they are counted and how strong they are. `must` rests on a
 * statute or regulations, `should` on statutory guidance. The words, with the fact each rule rests
 * on, are in `content/words/dates.yaml` under the same names.
 */

export type Count = {
	readonly count: number;
	readonly unit: "working_day" | "day" | "week" | "month" | "hour";
};

export type Rule = { readonly within: Count; readonly strength: "must" | "should" };

export const RULES = {
	// Working Together to Safeguard Children.
	referral_decision: should(1, "working_day"),
	assessment: should(45, "working_day"),
	first_conference: should(15, "working_day"),
	core_group: should(10, "working_day"),
	first_review_conference: should(3, "month"),
	next_review_conference: should(6, "month"),
	// Care Planning, Placement and Case Review (England) Regulations 2010, regulations 28, 33, 24 and 25.
	first_care_visit: must(1, "week"),
	first_care_review: must(20, "working_day"),
	second_care_review: must(3, "month"),
	later_care_review: must(6, "month"),
	urgent_kinship_end: must(16, "week"),
	urgent_kinship_extended_end: must(24, "week"),
	// Children Act 1989, sections 32, 46, 45 and 34. A court plans to finish within 26 weeks and may take longer, so it is no promise.
	care_case: should(26, "week"),
	police_protection_end: must(72, "hour"),
	emergency_order_end: must(8, "day"),
	// The first 8 days and one extension of 7.
	emergency_order_extended_end: must(15, "day"),
	family_time_stop_end: must(7, "day"),
	// Children Act 1989 Representations Procedure (England) Regulations 2006.
	complaint_stage1_answer: must(10, "working_day"),
	complaint_stage1_answer_complex: must(20, "working_day"),
	complaint_stage2_answer: must(25, "working_day"),
	complaint_stage2_answer_complex: must(65, "working_day"),
	complaint_panel_request: must(20, "working_day"),
	// UK GDPR, Article 12.
	information_answer: must(1, "month"),
	information_answer_complex: must(3, "month"),
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

export const EVENTS = [
	"referral",
	"strategy_discussion",
	"initial_conference",
	"review_conference",
	"pre_birth",
	"pre_birth_conference",
	"looked_after_start",
	"section20_start",
	"first_looked_after_review",
	"later_looked_after_review",
	"care_application",
	"police_protection",
	"epo",
	"complaint_stage1",
	"complaint_stage2",
	"complaint_stage2_outcome",
	"subject_access_request",
	"urgent_kinship_placement",
	"family_time_stopped",
] as const;

/** What happened on the day from which the dates are counted. */
export type TimelineEvent = (typeof EVENTS)[number];

export const RULES_OF: Readonly<Record<TimelineEvent, readonly RuleId[]>> = {
	referral: ["referral_decision", "assessment"],
	strategy_discussion: ["first_conference"],
	initial_conference: ["core_group", "first_review_conference"],
	review_conference: ["next_review_conference"],
	// Local procedures set the pace before a birth and differ. A date of our own would be invented.
	pre_birth: [],
	pre_birth_conference: ["core_group", "first_review_conference"],
	looked_after_start: ["first_care_visit", "first_care_review"],
	section20_start: ["first_care_visit", "first_care_review"],
	first_looked_after_review: ["second_care_review"],
	later_looked_after_review: ["later_care_review"],
	care_application: ["care_case"],
	police_protection: ["police_protection_end"],
	epo: ["emergency_order_end", "emergency_order_extended_end"],
	complaint_stage1: ["complaint_stage1_answer", "complaint_stage1_answer_complex"],
	complaint_stage2: ["complaint_stage2_answer", "complaint_stage2_answer_complex"],
	complaint_stage2_outcome: ["complaint_panel_request"],
	subject_access_request: ["information_answer", "information_answer_complex"],
	urgent_kinship_placement: ["urgent_kinship_end", "urgent_kinship_extended_end"],
	family_time_stopped: ["family_time_stop_end"],
};

/** True for one of the events above. */
export function isEvent(text: string): text is TimelineEvent {
	return EVENTS.some((event) => event === text);
}

function must(count: number, unit: Count["unit"]): Rule {
	return { within: { count, unit }, strength: "must" };
}

function should(count: number, unit: Count["unit"]): Rule {
	return { within: { count, unit }, strength: "should" };
}
