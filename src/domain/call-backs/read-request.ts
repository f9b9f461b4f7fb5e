import * as z from "zod";
import { type CallBackDetails, type CallBackRequest, LONGEST } from "#domain/call-backs/call-back.ts";

/** What can be wrong, each with words of its own in `content/words/call-backs.yaml`. */
export type RequestProblem =
	| "name_missing"
	| "name_long"
	| "contact_missing"
	| "phone_wrong"
	| "phone_costly"
	| "email_wrong"
	| "safe_missing"
	| "when_long"
	| "language_long"
	| "line_long"
	| "about_unknown";

export type RequestField = "name" | "phone" | "email" | "safe" | "when" | "language" | "line" | "about";

export type WrongField = { readonly field: RequestField; readonly problem: RequestProblem };

/** What a telephone number was read as: the number as it is dialled, "costly" where ringing it costs a fortune, or null. */
export type PhoneReader = (text: string) => string | "costly" | null;

export type ReadRequest =
	| { readonly ok: true; readonly details: CallBackDetails }
	| { readonly ok: false; readonly wrong: readonly WrongField[] };

/**
 * The details of a request, or everything that is wrong with it. `knownTopics` are the ids of stages and needs that may be named.
 */
export function readRequest(
	request: CallBackRequest,
	readPhone: PhoneReader,
	knownTopics: (id: string) => boolean,
): ReadRequest {
	const wrong: WrongField[] = [];
	const tell = (field: RequestField, problem: RequestProblem) => wrong.push({ field, problem });
	const name = oneLine(request.name);
	const typedPhone = oneLine(request.phone);
	const email = oneLine(request.email);
	const [when, language, line] = [oneLine(request.when), oneLine(request.language), oneLine(request.line)];
	if (name === "") tell("name", "name_missing");
	if (tooLong(name, "name")) tell("name", "name_long");
	const phone = typedPhone === "" || tooLong(typedPhone, "phone") ? null : readPhone(typedPhone);
	if (typedPhone === "" && email === "") tell("phone", "contact_missing");
	if (typedPhone !== "" && phone === null) tell("phone", "phone_wrong");
	if (phone === "costly") tell("phone", "phone_costly");
	if (email !== "" && (tooLong(email, "email") || !z.email().safeParse(email).success)) tell("email", "email_wrong");
	const safe = request.safe ?? null;
	if (typedPhone !== "" && email === "" && safe !== null && !safe.ring && !safe.text) tell("safe", "safe_missing");
	if (tooLong(when, "when")) tell("when", "when_long");
	if (tooLong(language, "language")) tell("language", "language_long");
	if (tooLong(line, "line")) tell("line", "line_long");
	if (!request.about.every(knownTopics)) tell("about", "about_unknown");
	if (wrong.length > 0) return { ok: false, wrong };
	return {
		ok: true,
		details: {
			name,
			...(phone === null ? {} : { phone }),
			...(email === "" ? {} : { email }),
			safe,
			...(when === "" ? {} : { when }),
			...(language === "" ? {} : { language }),
			interpreter: request.interpreter,
			textphone: request.textphone,
			bsl: request.bsl,
			audience: request.who,
			...(line === "" ? {} : { line }),
			about: [...new Set(request.about)],
		},
	};
}

/** What makes two requests the same one. */
export function sameness(details: CallBackDetails): string {
	return JSON.stringify([
		details.phone ?? "",
		details.email?.toLowerCase() ?? "",
		details.name.toLowerCase(),
		details.audience,
		details.line ?? "",
		details.when ?? "",
	]);
}

/** Without what does not print, on one line. Text stays text: whoever shows it escapes it. */
function oneLine(text: string | undefined): string {
	return (text ?? "")
		.replace(/\p{Cf}+/gu, "")
		.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
		.replace(/\s+/g, " ")
		.trim();
}

function tooLong(text: string, field: keyof typeof LONGEST): boolean {
	return [...text].length > LONGEST[field];
}
