import type { CallBack } from "#domain/call-backs/call-back.ts";
import type { Dependencies } from "#ports.ts";

/** Requests that are the same one, shown as one: the first of them, and how often it was asked. */
export type QueuedCallBack = { readonly callBack: CallBack; readonly times: number; readonly overdue: boolean };

export type CallBackQueue = {
	/** What is past its promise first, then by the end of the promise. */
	readonly waiting: readonly QueuedCallBack[];
	readonly spoke: readonly QueuedCallBack[];
	readonly done: readonly QueuedCallBack[];
	readonly erasures: readonly { readonly at: number; readonly why: string; readonly erased: number }[];
};

const MOST_WAITING = 500;
const MOST_DONE = 50;
const MOST_ERASURES = 20;

/** An area's requests as the desk lists them. Nothing of who asked is opened for that. */
export async function listCallBacks(
	{ callBacks, clock }: Pick<Dependencies, "callBacks" | "clock">,
	area: string,
): Promise<CallBackQueue> {
	const now = clock.now().getTime();
	const [waiting, done, erasures] = await Promise.all([
		callBacks.waiting(area, MOST_WAITING),
		callBacks.done(area, MOST_DONE),
		callBacks.erasures(area, MOST_ERASURES),
	]);
	const folded = Map.groupBy(waiting, ({ fold, reference }) => fold ?? reference);
	const queue = [...folded.values()].flatMap((same) => {
		const [first] = same;
		return first ? [queued(first, same.length, now)] : [];
	});
	const each = done.map((callBack) => queued(callBack, 1, now));
	return {
		waiting: queue.toSorted((one, other) => Number(other.overdue) - Number(one.overdue)),
		spoke: each.filter(({ callBack }) => callBack.status === "spoke"),
		done: each.filter(({ callBack }) => callBack.status !== "spoke"),
		erasures,
	};
}

function queued(callBack: CallBack, times: number, now: number): QueuedCallBack {
	const { status, promisedBy } = callBack;
	return { callBack, times, overdue: status === "received" && promisedBy !== null && promisedBy < now };
}
