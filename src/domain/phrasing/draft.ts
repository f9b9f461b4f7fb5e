import * as z from "zod";

/** A sentence as the model proposes it. Nobody reads it before it has been accepted. */
export const Draft = z.object({
	text: z.string().min(1).max(400),
	passages: z.array(z.string().max(12)).max(8),
	said: z.string().max(800).optional(),
	language: z.string().max(12).optional(),
});
export type Draft = Readonly<z.infer<typeof Draft>>;

export const ModelChoice = z.object({ answer: z.string().max(120) });

/** A reply as it grows: hand it each piece, and it answers the drafts that have become whole. */
export type DraftReader = {
	readonly push: (piece: string) => readonly Draft[];
	/** Whether what was read was one whole reply and nothing else. */
	readonly finished: () => boolean;
};

/** No sentence is longer than this, its ids and its translation included; what is longer is no sentence. In characters. */
const LONGEST_OBJECT = 4000;

/** Reads `{"sentences":[{…},{…}]}` piece by piece. What is not of that shape gives no draft. */
export function createDraftReader(): DraftReader {
	let held = "";
	let whole = "";
	let depth = 0;
	let inText = false;
	let escaped = false;
	let broken = false;

	function take(letter: string): Draft | null {
		if (depth >= 2) held += letter;
		if (held.length > LONGEST_OBJECT) broken = true;
		if (inText) {
			if (escaped) escaped = false;
			else if (letter === "\\") escaped = true;
			else if (letter === '"') inText = false;
			return null;
		}
		if (letter === '"') inText = true;
		if (letter === "{") {
			depth += 1;
			if (depth === 2) held = letter;
		}
		if (letter !== "}") return null;
		depth -= 1;
		if (depth !== 1) return null;
		const draft = readDraft(held);
		held = "";
		if (!draft) broken = true;
		return draft;
	}

	return {
		push: (piece) => {
			if (broken) return [];
			whole += piece;
			const found: Draft[] = [];
			for (const letter of piece) {
				const draft = take(letter);
				if (draft) found.push(draft);
				if (broken) break;
			}
			return found;
		},
		finished: () => {
			if (broken) return false;
			try {
				return z.object({ sentences: z.array(Draft) }).safeParse(JSON.parse(whole)).success;
			} catch {
				return false;
			}
		},
	};
}

function readDraft(text: string): Draft | null {
	try {
		const read = Draft.safeParse(JSON.parse(text));
		return read.success ? read.data : null;
	} catch {
		return null;
	}
}
