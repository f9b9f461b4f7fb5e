/**
 * Answers whose very title could bring harm to whoever is found with it in their history. Their addresses and titles say
 * nothing, and search engines do not list them.
 */
export const SENSITIVE_ANSWERS: ReadonlySet<string> = new Set([
	"baby-injury",
	"child-exploited",
	"domestic-abuse",
	"icpc-exclude-ex",
	"malicious-report",
	"online-offence-partner",
	"perpetrator-help",
	"smacking",
	"suicidal-parent",
	"urgent-danger",
	"who-reported",
	"yp-confidential",
	"yp-domestic-abuse",
	"yp-exploitation",
	"yp-health-private",
	"yp-hurt",
	"yp-leave-home",
	"yp-parent-drinks",
	"yp-suicide",
	"yp-told-my-fault",
	"yp-urgent-danger",
]);

/** A short name for an id that stays the same and says nothing: "q1k3x9z" (FNV-1a, 32 bits). */
export function neutralName(id: string): string {
	let hash = 0x811c9dc5;
	for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
	return `q${(hash >>> 0).toString(36)}`;
}
