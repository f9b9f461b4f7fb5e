import type { Library } from "#content/library.ts";
import { type CallBackDetails, type CallBackRequest, detailsPlace } from "#domain/call-backs/call-back.ts";
import { readRequest, sameness, type WrongField } from "#domain/call-backs/read-request.ts";
import { referenceOf } from "#domain/call-backs/reference.ts";
import { secretOf } from "#domain/call-backs/secret-words.ts";
import { AppError } from "#domain/errors.ts";
import { triage } from "#domain/triage/triage.ts";
import type { Dependencies } from "#ports.ts";
import { announce } from "#services/announce.ts";
import { type CallBackDoor, type ClosedDoor, callBackDoor } from "#services/call-back-door.ts";
import { findCallBack, secretText } from "#services/find-call-back.ts";

export type RequestCallBackInput = {
	readonly area: string;
	readonly request: CallBackRequest;
	/** The same for the same sending: what is sent twice is one request. Nobody else can know it. */
	readonly sending: string;
};

export type Receipt = {
	readonly reference: string;
	/** Shown once. Only a keyed hash of it is kept. */
	readonly secret: string;
	readonly promisedBy: number | null;
	readonly promise: string | null;
	readonly area: { readonly slug: string; readonly name: string; readonly demonstration: boolean };
};

export type RequestOutcome =
	| { readonly kind: "accepted"; readonly receipt: Receipt }
	| { readonly kind: "wrong"; readonly wrong: readonly WrongField[] }
	| { readonly kind: "closed"; readonly why: ClosedDoor | "no_area"; readonly reason: string };

type Needs = Pick<
	Dependencies,
	"areas" | "areaSettings" | "callBacks" | "clock" | "content" | "faultPoint" | "phoneNumbers" | "sealing"
>;

/** References are far apart; a second one in a row that is taken is no accident. */
const MOST_REFERENCES = 4;

/**
 * Keeps a request to be rung, sealed, with the messages that tell the team of it, in one transaction: what is answered
 * "accepted" is not lost. Stops with UNAVAILABLE where it could not be kept; then nobody has it, and the person must be told so.
 */
export async function requestCallBack(
	deps: Needs,
	{ area, request, sending }: RequestCallBackInput,
): Promise<RequestOutcome> {
	const door = await callBackDoor(deps, area);
	if (!door) return { kind: "closed", why: "no_area", reason: "" };
	if (door.kind === "closed") return { kind: "closed", why: door.why, reason: door.reason };
	const read = readRequest(request, deps.phoneNumbers.read, (id) => topicName(deps.content, id) !== null);
	if (!read.ok) return { kind: "wrong", wrong: read.wrong };
	for (let attempt = 0; attempt < MOST_REFERENCES; attempt += 1) {
		const receipt = await keep(deps, door, read.details, JSON.stringify([area, sending, attempt]));
		if (receipt) return { kind: "accepted", receipt };
	}
	throw new AppError("UNAVAILABLE", "No free reference was found. Try again.");
}

/** Null where the reference belongs to somebody else. */
async function keep(
	deps: Needs,
	door: CallBackDoor & { readonly kind: "open" },
	details: CallBackDetails,
	sending: string,
): Promise<Receipt | null> {
	const { area, settings } = door.profile;
	const { slug } = area;
	const same = sameness(details);
	const bytes = await deps.sealing.derive(`${sending} ${same}`);
	const reference = referenceOf(bytes.slice(0, 24));
	const secret = secretOf(bytes.slice(24), deps.content.words.call_backs.secret_words);
	const sealed = await deps.sealing.seal(slug, detailsPlace(reference), JSON.stringify(details));
	const secretHash = await deps.sealing.mark(slug, secretText(reference, secret), sealed.with);
	const fold = await deps.sealing.mark(slug, `fold ${same}`, sealed.with);
	if (!secretHash) throw new AppError("UNAVAILABLE", "The data key is gone.");
	await deps.faultPoint("request.sealed");
	const kept = await deps.callBacks.accept(
		{
			reference,
			area: slug,
			secretHash: secretHash.mark,
			fold: fold?.mark ?? null,
			receivedAt: deps.clock.now().getTime(),
			promisedBy: door.promisedBy,
			audience: details.audience,
			topic: details.about[0] ?? null,
			urgency: triage(`${details.line ?? ""}\n${details.when ?? ""}`).level,
			sealed: sealed.box,
			sealedWith: sealed.with,
		},
		announce(settings, {
			area: slug,
			kind: "call_back.received",
			subject: reference,
			to: "duty",
			promisedBy: door.promisedBy,
		}),
	);
	await deps.faultPoint("request.kept");
	// Sent twice while the area's key changed: the same request, marked with the key of before.
	if (kept === "taken" && (await findCallBack(deps, { reference, secret })).kind !== "found") return null;
	const { promisedBy, promise } = door;
	return {
		reference,
		secret,
		promisedBy,
		promise,
		area: { slug, name: area.name, demonstration: area.demonstration },
	};
}

/** The name of a stage or a need that may be passed on; null for anything else. */
export function topicName(library: Library, id: string): string | null {
	const need = library.content.needs.find((one) => one.id === id);
	if (need) return need.name;
	return library.content.stages.find((page) => page.id === id && page.audience === "parent")?.title ?? null;
}
