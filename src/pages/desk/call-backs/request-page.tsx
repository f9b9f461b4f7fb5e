import type { Child } from "hono/jsx";
import type { Words } from "#content/library.ts";
import type { CallBack, CallBackDetails } from "#domain/call-backs/call-back.ts";
import { spacedReference } from "#domain/call-backs/reference.ts";
import { callBackPaths } from "#pages/desk/call-backs/paths.ts";
import { RequestActs } from "#pages/desk/call-backs/request-acts.tsx";
import { DeskLayout } from "#pages/desk/desk-layout.tsx";
import { deskMoment } from "#pages/desk/desk-moment.ts";
import type { Desk } from "#pages/desk/desk-part.ts";
import { Told } from "#pages/desk/told.tsx";
import type { OpenedCallBack } from "#services/open-call-back.ts";

export type RequestNote = "changed" | "stale" | "invalid" | null;

export type RequestPageProps = {
	readonly words: Words;
	readonly desk: Desk;
	readonly opened: OpenedCallBack;
	readonly note: RequestNote;
	/** People of the team to whom it can be handed. */
	readonly team: readonly string[];
	readonly nameOf: (topic: string) => string;
	readonly phoneShown: (number: string) => string;
};

/** What one person told us, and what can be done. Its title and address hold a reference alone. */
export function RequestPage(props: RequestPageProps) {
	const { words, desk, opened, note } = props;
	const { one: say, done, label } = words.desk_call_backs;
	const { callBack, details, times } = opened;
	const list = callBackPaths.list(desk.area.slug);
	return (
		<DeskLayout words={words} desk={desk} title={label} here={list}>
			<p class="up">
				<a href={list}>{say.back}</a>
			</p>
			<h1>{spacedReference(callBack.reference)}</h1>
			<Told text={note ? done[note] : undefined} />
			{callBack.urgency === "emergency" || callBack.urgency === "urgent" ? (
				<p class="note">
					<strong>{say.urgent}</strong>
				</p>
			) : null}
			{times > 1 ? <p>{say.same.replace("{count}", String(times))}</p> : null}
			{callBack.audience === "young_person" ? <p>{say.young}</p> : null}
			{details ? <Details {...props} details={details} /> : <p>{callBack.erasedAt ? say.erased : say.sealed}</p>}
			<State words={words} callBack={callBack} />
			<RequestActs {...props} />
		</DeskLayout>
	);
}

function Details({ words, details, nameOf, phoneShown }: RequestPageProps & { readonly details: CallBackDetails }) {
	const { one: say, who } = words.desk_call_backs;
	const help = (["interpreter", "textphone", "bsl"] as const).filter((kind) => details[kind]).map((kind) => say[kind]);
	return (
		<dl class="facts">
			<Fact title={say.name}>{details.name}</Fact>
			<Fact title={words.desk_call_backs.columns.who}>{who[details.audience]}</Fact>
			{details.phone ? (
				<Fact title={say.phone}>
					<a href={`tel:${details.phone.replace(/[^\d+]/g, "")}`}>{phoneShown(details.phone)}</a>
				</Fact>
			) : null}
			{details.email ? <Fact title={say.email}>{details.email}</Fact> : null}
			<Fact title={say.safe}>{safeText(words, details)}</Fact>
			<Fact title={say.when}>{details.when ?? say.nothing}</Fact>
			<Fact title={say.language}>{details.language ?? say.nothing}</Fact>
			<Fact title={say.help}>{help.join(", ") || say.nothing}</Fact>
			<Fact title={say.line}>{details.line ?? say.nothing}</Fact>
			<Fact title={say.about}>{details.about.map(nameOf).join(", ") || say.nothing}</Fact>
		</dl>
	);
}

function safeText(words: Words, { safe }: CallBackDetails): string {
	const { one: say } = words.desk_call_backs;
	if (safe === null) return say.safe_unknown;
	const told = (["ring", "text", "message"] as const).filter((way) => safe[way]).map((way) => say[`safe_${way}`]);
	return told.length > 0 ? told.join(", ") : say.safe_none;
}

function State({ words, callBack }: { readonly words: Words; readonly callBack: CallBack }) {
	const { one: say, status, no_promise, nobody } = words.desk_call_backs;
	const moment = (at: number) => deskMoment(new Date(at));
	return (
		<>
			<dl class="facts">
				<Fact title={words.desk_call_backs.columns.status}>{status[callBack.status]}</Fact>
				<Fact title={say.received}>{moment(callBack.receivedAt)}</Fact>
				<Fact title={say.due}>{callBack.promisedBy === null ? no_promise : moment(callBack.promisedBy)}</Fact>
				<Fact title={say.worker}>{callBack.claimedBy ?? nobody}</Fact>
			</dl>
			{callBack.escalatedAt ? <p>{say.told.replace("{date}", moment(callBack.escalatedAt))}</p> : null}
			{callBack.escalatedAgainAt ? <p>{say.told_again.replace("{date}", moment(callBack.escalatedAgainAt))}</p> : null}
		</>
	);
}

function Fact({ title, children }: { readonly title: string; readonly children: Child }) {
	return (
		<div>
			<dt>{title}</dt>
			<dd>{children}</dd>
		</div>
	);
}
