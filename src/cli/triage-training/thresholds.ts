import type { Thresholds } from "#domain/triage/model.ts";

/**
 * Scores from which a message counts, chosen on cross-validated scores so that recall comes first; see
 * docs/decisions/0010-triage.md.
 */
export const THRESHOLDS: Thresholds = { danger: -1.3, dangerWithRule: -3.5, emergency: -2.2, worry: -1 };
