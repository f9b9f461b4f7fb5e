/** A kind of fault that says nothing of what was being done: "UNAVAILABLE", "SQLITE_FULL", "TypeError", "unknown". */
export function faultKind(error: unknown): string {
	if (typeof error !== "object" || error === null) return UNKNOWN;
	const code = "code" in error && typeof error.code === "string" ? error.code : null;
	if (code !== null && KIND.test(code)) return code;
	const name = "name" in error && typeof error.name === "string" ? error.name : null;
	return name !== null && KIND.test(name) ? name : UNKNOWN;
}

const KIND = /^[A-Za-z][A-Za-z_]{0,39}$/;
const UNKNOWN = "unknown";
