import type { Words } from "#content/library.ts";
import { callBackPaths } from "#pages/desk/call-backs/paths.ts";
import { DeskLayout, FormToken } from "#pages/desk/desk-layout.tsx";
import { deskMoment } from "#pages/desk/desk-moment.ts";
import type { Desk, DeskPart } from "#pages/desk/desk-part.ts";
import { Told } from "#pages/desk/told.tsx";
import type { DeadMessage } from "#ports/outbox.ts";
import { replayMessage } from "#services/replay-message.ts";

const MOST_SHOWN = 200;
const DONE = ["sent", "gone", "tested", "nowhere"] as const;

/** Messages that were given up, and the way to send them again. */
export const messagesPart: DeskPart = {
	label: (words) => words.desk_call_backs.messages.label,
	bar: { path: callBackPaths.below.messages, permission: "operations.read" },
	waiting: {
		permission: "operations.read",
		of: async (deps, { area }) => {
			const { messages: say } = deps.content.words.desk_call_backs;
			const count = (await deps.outbox.deadLetters(area.slug, MOST_SHOWN)).length;
			const text = count === 1 ? say.given_up_one : say.given_up;
			return [{ count, text, href: callBackPaths.messages(area.slug), pressing: true }];
		},
	},
	routes: [
		{
			method: "GET",
			path: callBackPaths.below.messages,
			permission: "operations.read",
			answer: async (c, desk) => {
				const dead = await c.var.deps.outbox.deadLetters(desk.area.slug, MOST_SHOWN);
				const done = DONE.find((one) => one === c.req.query("done"));
				const { words } = c.var.deps.content;
				return c.html(<MessagesPage words={words} desk={desk} dead={dead} done={done} />);
			},
		},
		{
			method: "POST",
			path: callBackPaths.below.again,
			permission: "operations.run",
			answer: async (c, { area, actor, form }) => {
				const sent = await replayMessage(c.var.deps, { area: area.slug, id: form.text("id"), actor });
				return c.redirect(callBackPaths.messages(area.slug, sent ? "sent" : "gone"), 303);
			},
		},
	],
};

type MessagesProps = {
	readonly words: Words;
	readonly desk: Desk;
	readonly dead: readonly DeadMessage[];
	readonly done: (typeof DONE)[number] | undefined;
};

function MessagesPage({ words, desk, dead, done }: MessagesProps) {
	const { messages: say } = words.desk_call_backs;
	return (
		<DeskLayout words={words} desk={desk} title={say.title} here={callBackPaths.messages(desk.area.slug)}>
			<h1>{say.title}</h1>
			<p class="lead">{say.lead}</p>
			<Told text={done ? say[done] : undefined} />
			{desk.may("settings.change") ? (
				<form method="post" action={callBackPaths.test(desk.area.slug)}>
					<FormToken token={desk.token} />
					<p>
						<button class="quiet" type="submit">
							{say.test}
						</button>{" "}
						<a href={callBackPaths.webhooks(desk.area.slug)}>{words.desk_call_backs.webhooks.title}</a>
					</p>
				</form>
			) : null}
			{dead.length === 0 ? <p>{say.none}</p> : <DeadLetters words={words} desk={desk} dead={dead} />}
		</DeskLayout>
	);
}

function DeadLetters({ words, desk, dead }: Omit<MessagesProps, "done">) {
	const { messages: say } = words.desk_call_backs;
	return (
		<section class="table-room" tabindex={0} aria-label={say.title}>
			<table>
				<thead>
					<tr>{say.columns.map((title) => (title ? <th scope="col">{title}</th> : <td />))}</tr>
				</thead>
				<tbody>
					{dead.map(({ id, subject, kind, channel, deadAt, fault }) => (
						<tr>
							<th scope="row">{subject}</th>
							<td>{kind}</td>
							<td>{channel}</td>
							<td>{deskMoment(new Date(deadAt))}</td>
							<td>{fault}</td>
							<td>
								{desk.may("operations.run") ? (
									<form method="post" action={callBackPaths.again(desk.area.slug)}>
										<FormToken token={desk.token} />
										<input type="hidden" name="id" value={id} />
										<button class="quiet" type="submit">
											{say.again}{" "}
											<span class="visually-hidden">{say.again_of.replace("{subject}", () => subject)}</span>
										</button>
									</form>
								) : null}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
