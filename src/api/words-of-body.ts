/** Objects within objects: as deep as any of ours, and a bound for those that are not. */
const DEEPEST = 8;

/**
 * What a person may have written in a body that cannot be taken, so that triage can read it. Of JSON it is the message
 * where it should stand, else every string there is; of a form every field; of anything else the body itself.
 */
export function wordsOfBody(body: string, contentType: string | null): string {
	if (contentType?.startsWith("application/x-www-form-urlencoded"))
		return [...new URLSearchParams(body).values()].join("\n");
	try {
		return messageIn(JSON.parse(body));
	} catch {
		return body;
	}
}

/** The message where it should stand, else every string there is: nobody knows where a person's words ended up. */
export function messageIn(value: unknown): string {
	const input = typeof value === "object" && value !== null && "input" in value ? value.input : null;
	if (typeof input === "object" && input !== null && "text" in input && typeof input.text === "string")
		return input.text;
	return wordsIn(value).join("\n");
}

function wordsIn(value: unknown, depth = 0): readonly string[] {
	if (typeof value === "string") return [value];
	if (typeof value !== "object" || value === null || depth > DEEPEST) return [];
	return Object.values(value).flatMap((inner) => wordsIn(inner, depth + 1));
}
