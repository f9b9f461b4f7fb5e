import type { Context } from "hono";
import { memberNames } from "#domain/desk/desk-session.ts";
import { GIVABLE } from "#domain/desk/permissions.ts";
import type { Role } from "#domain/desk/roles.ts";
import type { AppEnv } from "#env.ts";
import type { Desk, DeskPart } from "#pages/desk/desk-part.ts";
import { type Done, MembersPage } from "#pages/desk/members/members-page.tsx";
import { membersPaths } from "#pages/desk/members/paths.ts";
import { endSessions } from "#services/end-sessions.ts";
import { giveRole } from "#services/give-role.ts";
import { listStaff } from "#services/list-staff.ts";
import { takeRole } from "#services/take-role.ts";

/** Who may come in to the area's desk. */
export const membersPart: DeskPart = {
	label: (words) => words.desk_members.title,
	bar: { path: membersPaths.below.list, permission: "members.read" },
	routes: [
		{
			method: "GET",
			path: membersPaths.below.list,
			permission: "members.read",
			answer: (c, desk) => show(c, desk, readDone(c.req.query("done"))),
		},
		{
			method: "POST",
			path: membersPaths.below.give,
			permission: "members.give",
			answer: async (c, desk) => {
				const role = readRole(desk.form.text("role"));
				if (role === null) return show(c, desk, "no_such_role");
				const { area, actor, form } = desk;
				const done = await giveRole(c.var.deps, { area: area.slug, member: form.text("member"), role, actor });
				if (done === "no such name") return show(c, desk, "no_such_name");
				if (done === "no such role") return show(c, desk, "no_such_role");
				return c.redirect(membersPaths.list(area.slug, done), 303);
			},
		},
		{
			method: "POST",
			path: membersPaths.below.take,
			permission: "members.give",
			answer: async (c, desk) => {
				const { area, actor, form, session } = desk;
				const role = readRole(form.text("role"));
				const member = form.text("member");
				if (role === null) return show(c, desk, "no_such_role");
				if (role === "manager" && memberNames(session).includes(member)) return show(c, desk, "own");
				const done = await takeRole(c.var.deps, { area: area.slug, member, role, actor });
				return c.redirect(membersPaths.list(area.slug, done === "taken" ? "taken" : "had_not"), 303);
			},
		},
		{
			method: "POST",
			path: membersPaths.below.end,
			permission: "members.give",
			answer: async (c, { area, actor, form }) => {
				const ended = await endSessions(c.var.deps, { area: area.slug, hash: form.text("session"), actor });
				return c.redirect(membersPaths.list(area.slug, ended === null ? "gone" : "ended"), 303);
			},
		},
	],
};

async function show(c: Context<AppEnv>, desk: Desk, done: Done | null) {
	const { deps } = c.var;
	const staff = await listStaff(deps, desk.area.slug);
	const wrong = done !== null && WRONG.some((one) => one === done);
	return c.html(
		<MembersPage words={deps.content.words} desk={desk} staff={staff} done={done} wrong={wrong} />,
		wrong ? 422 : 200,
	);
}

const WRONG = ["no_such_name", "no_such_role", "own"] as const satisfies readonly Done[];
const SHOWN = ["given", "had", "taken", "had_not", "ended", "gone"] as const satisfies readonly Done[];

function readDone(text: string | undefined): Done | null {
	return SHOWN.find((done) => done === text) ?? null;
}

function readRole(text: string): Role | null {
	return GIVABLE.find((role) => role === text) ?? null;
}
