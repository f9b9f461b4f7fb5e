import type { Context } from "hono";
import { actorOf } from "#domain/desk/desk-session.ts";
import type { Role } from "#domain/desk/roles.ts";
import type { AppEnv } from "#env.ts";
import { callBackPaths } from "#pages/desk/call-backs/paths.ts";
import { QueuePage } from "#pages/desk/call-backs/queue-page.tsx";
import { type RequestNote, RequestPage } from "#pages/desk/call-backs/request-page.tsx";
import type { Desk, DeskPart } from "#pages/desk/desk-part.ts";
import { deskError } from "#pages/desk/message-page.tsx";
import { listCallBacks } from "#services/list-call-backs.ts";
import { listStaff } from "#services/list-staff.ts";
import { openCallBack } from "#services/open-call-back.ts";
import { topicName } from "#services/request-call-back.ts";
import { CallBackWork, workOnCallBack } from "#services/work-on-call-back.ts";

/** Requests to be rung back: who waits, what they told us, and what came of it. */
export const callBacksPart: DeskPart = {
	label: (words) => words.desk_call_backs.label,
	bar: { path: callBackPaths.below.list, permission: "call_backs.read" },
	waiting: {
		permission: "call_backs.read",
		of: async (deps, { area }) => {
			const { waiting } = await listCallBacks(deps, area.slug);
			const { waiting: say } = deps.content.words.desk_call_backs;
			const overdue = waiting.filter((one) => one.overdue).length;
			const unclaimed = waiting.filter(({ callBack }) => callBack.claimedBy === null).length;
			const href = callBackPaths.list(area.slug);
			return [
				{ count: overdue, text: overdue === 1 ? say.overdue_one : say.overdue, href, pressing: true },
				{ count: unclaimed, text: unclaimed === 1 ? say.unclaimed_one : say.unclaimed, href },
			];
		},
	},
	routes: [
		{
			method: "GET",
			path: callBackPaths.below.list,
			permission: "call_backs.read",
			answer: async (c, desk) => {
				const queue = await listCallBacks(c.var.deps, desk.area.slug);
				return c.html(<QueuePage words={c.var.deps.content.words} desk={desk} queue={queue} />);
			},
		},
		{
			method: "GET",
			path: callBackPaths.below.one,
			permission: "call_backs.read",
			answer: (c, desk) => show(c, desk, c.req.query("done") === "changed" ? "changed" : null),
		},
		{
			method: "POST",
			path: callBackPaths.below.work,
			permission: "call_backs.work",
			answer: (c, desk) => work(c, desk, { act: desk.form.text("act"), outcome: desk.form.text("outcome") }, WORK),
		},
		{
			method: "POST",
			path: callBackPaths.below.assign,
			permission: "call_backs.manage",
			answer: async (c, desk) => {
				const to = desk.form.text("to");
				if (!(await teamOf(c, desk)).includes(to)) return show(c, desk, "invalid");
				return work(c, desk, { act: "assign", to }, ["assign"]);
			},
		},
		{
			method: "POST",
			path: callBackPaths.below.erase,
			permission: "call_backs.manage",
			answer: (c, desk) => work(c, desk, { act: "erase" }, ["erase"]),
		},
	],
};

/** What a duty worker's form may ask for: the rest is the manager's, at addresses of its own. */
const WORK = ["claim", "give_back", "tried", "spoke", "close"] as const;
const WORKERS: readonly Role[] = ["duty_worker", "manager"];

async function work(c: Context<AppEnv>, desk: Desk, asked: object, allowed: readonly CallBackWork["act"][]) {
	const read = CallBackWork.safeParse(asked);
	const version = Number(desk.form.text("version"));
	if (!read.success || !allowed.includes(read.data.act) || !Number.isSafeInteger(version))
		return show(c, desk, "invalid");
	const { area, actor } = desk;
	const reference = c.req.param("reference") ?? "";
	const done = await workOnCallBack(c.var.deps, { area: area.slug, reference, version, actor, work: read.data });
	if (done === "unknown") return deskError(c, "not_found");
	if (done === "stale") return show(c, desk, "stale");
	return c.redirect(callBackPaths.one(area.slug, reference, "changed"), 303);
}

async function show(c: Context<AppEnv>, desk: Desk, note: RequestNote) {
	const { deps } = c.var;
	const { area, actor } = desk;
	const opened = await openCallBack(deps, { area: area.slug, reference: c.req.param("reference") ?? "", actor });
	if (!opened) return deskError(c, "not_found");
	return c.html(
		<RequestPage
			words={deps.content.words}
			desk={desk}
			opened={opened}
			note={note}
			team={desk.may("call_backs.manage") ? await teamOf(c, desk) : []}
			nameOf={(topic) => topicName(deps.content, topic) ?? topic}
			phoneShown={deps.phoneNumbers.shown}
		/>,
		note === "invalid" ? 422 : note === "stale" ? 409 : 200,
	);
}

/** Who may work on call-backs here: those who are signed in, and those who were given the role at the desk. */
async function teamOf(c: Context<AppEnv>, { area }: Desk): Promise<readonly string[]> {
	const { members, signedIn } = await listStaff(c.var.deps, area.slug);
	const here = signedIn.filter(({ roles }) => roles.some((role) => WORKERS.includes(role)));
	const given = members.filter(({ role }) => WORKERS.includes(role));
	const known = here.flatMap(({ session }) => [session.email ?? "", session.member]);
	return [
		...here.map(({ session }) => actorOf(session)),
		...given.map(({ member }) => member).filter((member) => !known.includes(member)),
	].filter((name, at, all) => all.indexOf(name) === at);
}
