import type { Words } from "#content/library.ts";
import { spacedReference } from "#domain/call-backs/reference.ts";
import type { RouteGroups } from "#domain/conversation/turn.ts";
import { TextInput } from "#pages/call-backs/fields.tsx";
import { paths } from "#pages/paths.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { plainDate } from "#pages/ui/plain-date.ts";
import { Routes } from "#pages/ui/routes.tsx";
import type { CallBackView } from "#services/show-call-back.ts";

/** What was done just now, or what stood in the way. */
export type StatusNote = "cancelled_now" | "not_cancelled" | "erased_now" | "mistyped" | "unknown" | null;

export type StatusPageProps = {
	readonly words: Words;
	readonly typed: { readonly reference: string; readonly secret: string };
	readonly view: CallBackView | null;
	readonly note: StatusNote;
	readonly routes: RouteGroups;
};

/** What is happening with a request, and the ways to take it back or to have it wiped. */
export function StatusPage({ words, typed, view, note, routes }: StatusPageProps) {
	const { status: say, title } = words.call_backs;
	const wrong = note === "mistyped" || note === "unknown" ? say[note] : undefined;
	return (
		<Layout
			words={words}
			title={title}
			demonstration={false}
			area={view?.area}
			beside={<Routes words={words} routes={routes} />}
		>
			<h1>{say.title}</h1>
			{note && !wrong ? (
				<p class="note" role="status">
					{say[note]}
				</p>
			) : null}
			{view ? <Found words={words} view={view} typed={typed} /> : null}
			{view ? null : (
				<form method="post" action={paths.callBacks("status")} class="search">
					<p class="lead">{say.lead}</p>
					<TextInput
						name="reference"
						label={say.reference}
						hint={say.reference_hint}
						value={typed.reference}
						wrong={wrong}
						most={20}
					/>
					<TextInput
						name="secret"
						label={say.secret}
						hint={say.secret_hint}
						value={typed.secret}
						wrong={undefined}
						most={100}
					/>
					<button class="primary" type="submit">
						{say.show}
					</button>
				</form>
			)}
		</Layout>
	);
}

type FoundProps = Pick<StatusPageProps, "words" | "typed"> & { readonly view: CallBackView };

function Found({ words, view, typed }: FoundProps) {
	const { status: say, form } = words.call_backs;
	return (
		<section class="card">
			<p class="reference">
				<strong>{spacedReference(view.reference)}</strong>
			</p>
			<p>
				<strong>{say[`said_${view.status}`]}</strong>
			</p>
			<p>{say.sent.replace("{date}", plainDate(words, view.received.slice(0, 10)))}</p>
			{view.waiting && view.promise ? <p>{form.promised_short.replace("{promise}", view.promise)}</p> : null}
			{view.late ? <p class="note">{say.late}</p> : null}
			{view.erased ? <p>{say.erased}</p> : null}
			{view.waiting ? <Act words={words} typed={typed} act="cancel" /> : null}
			{view.erased ? null : <Act words={words} typed={typed} act="erase" />}
		</section>
	);
}

function Act({ words, typed, act }: Omit<FoundProps, "view"> & { readonly act: "cancel" | "erase" }) {
	const { status: say } = words.call_backs;
	return (
		<form method="post" action={paths.callBacks(act)}>
			<input type="hidden" name="reference" value={typed.reference} />
			<input type="hidden" name="secret" value={typed.secret} />
			<p class="hint" id={`${act}-hint`}>
				{say[`${act}_hint`]}
			</p>
			<button class="quiet" type="submit" aria-describedby={`${act}-hint`}>
				{say[act]}
			</button>
		</form>
	);
}
