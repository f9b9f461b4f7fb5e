import type { Words } from "#content/library.ts";
import { spacedReference } from "#domain/call-backs/reference.ts";
import { callBackPaths } from "#pages/desk/call-backs/paths.ts";
import { DeskLayout } from "#pages/desk/desk-layout.tsx";
import { deskMoment } from "#pages/desk/desk-moment.ts";
import type { Desk } from "#pages/desk/desk-part.ts";
import type { CallBackQueue, QueuedCallBack } from "#services/list-call-backs.ts";

type QueueProps = { readonly words: Words; readonly desk: Desk; readonly queue: CallBackQueue };

/** Who waits to be rung back, what is past its promise first; what is to be closed; what is done; what was erased. */
export function QueuePage({ words, desk, queue }: QueueProps) {
	const say = words.desk_call_backs;
	const sections = (["waiting", "spoke", "done"] as const).filter((name) => queue[name].length > 0);
	return (
		<DeskLayout words={words} desk={desk} title={say.title} here={callBackPaths.list(desk.area.slug)}>
			<h1>{say.title}</h1>
			<p class="lead">{say.lead}</p>
			{queue.waiting.length === 0 ? <p>{say.none}</p> : null}
			{sections.map((name) => (
				<section class="table-room" tabindex={0} aria-labelledby={name}>
					<h2 id={name}>{say.sections[name]}</h2>
					<Requests words={words} desk={desk} list={queue[name]} />
				</section>
			))}
			<Erasures words={words} erasures={queue.erasures} />
		</DeskLayout>
	);
}

type RequestsProps = Omit<QueueProps, "queue"> & { readonly list: readonly QueuedCallBack[] };

function Requests({ words, desk, list }: RequestsProps) {
	const { columns } = words.desk_call_backs;
	return (
		<table>
			<thead>
				<tr>
					{Object.values(columns).map((title) => (
						<th scope="col">{title}</th>
					))}
				</tr>
			</thead>
			<tbody>
				{list.map((queued) => (
					<Request words={words} desk={desk} queued={queued} />
				))}
			</tbody>
		</table>
	);
}

function Request({ words, desk, queued }: Omit<QueueProps, "queue"> & { readonly queued: QueuedCallBack }) {
	const say = words.desk_call_backs;
	const { callBack, times, overdue } = queued;
	const urgency: Readonly<Record<string, string>> = say.urgency;
	const danger = urgency[callBack.urgency];
	return (
		<tr>
			<th scope="row">
				<a href={callBackPaths.one(desk.area.slug, callBack.reference)}>{spacedReference(callBack.reference)}</a>
				{times > 1 ? <span class="small"> {say.times.replace("{count}", String(times))}</span> : null}
			</th>
			<td>
				{callBack.promisedBy === null ? say.no_promise : deskMoment(new Date(callBack.promisedBy))}
				{overdue ? <strong class="error"> {say.overdue}</strong> : null}
			</td>
			<td>{deskMoment(new Date(callBack.receivedAt))}</td>
			<td>
				{say.who[callBack.audience]}
				{danger ? <strong class="error"> {danger}</strong> : null}
			</td>
			<td>{say.status[callBack.status]}</td>
			<td>{callBack.claimedBy ?? say.nobody}</td>
		</tr>
	);
}

function Erasures({ words, erasures }: { readonly words: Words; readonly erasures: CallBackQueue["erasures"] }) {
	const { erasures: say } = words.desk_call_backs;
	const why: Readonly<Record<string, string>> = say.why;
	return (
		<section class="table-room" tabindex={0} aria-labelledby="erasures">
			<h2 id="erasures">{say.title}</h2>
			<p>{say.lead}</p>
			{erasures.length === 0 ? (
				<p>{say.none}</p>
			) : (
				<table>
					<thead>
						<tr>
							{say.columns.map((title) => (
								<th scope="col">{title}</th>
							))}
						</tr>
					</thead>
					<tbody>
						{erasures.map((one) => (
							<tr>
								<td>{deskMoment(new Date(one.at))}</td>
								<td>{why[one.why] ?? one.why}</td>
								<td>{one.erased}</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
		</section>
	);
}
