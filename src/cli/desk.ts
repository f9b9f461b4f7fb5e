import { parseArgs } from "node:util";
import { openDirectory } from "#cli/open-directory.ts";
import { EVERY_AREA, fitsArea, isRole, ROLES } from "#domain/desk/roles.ts";
import type { Dependencies } from "#ports.ts";
import { giveRole } from "#services/give-role.ts";
import { takeRole } from "#services/take-role.ts";

const USAGE = `npm run desk -- COMMAND

  give --area SLUG --role ROLE --to NAME    gives a role: the first manager, or "platform" with --area "*"
  take --area SLUG --role ROLE --from NAME  takes one that was given by command or at the desk
  list --area SLUG                          who was given a role
  sign-out --who NAME                       ends every session of a person
  audit --area SLUG                         checks that the audit log is whole

NAME is an e-mail address that your provider vouches for, or the line that the desk shows to somebody without a role.
ROLE is one of: ${ROLES.join(", ")}.`;

export type DeskIo = {
	readonly print: (line: string) => void;
	readonly open: () => Promise<Dependencies | null>;
};

/** Done; not done, and why was said; called in a way that cannot work. */
const [DONE, NOT_DONE, MISUSED] = [0, 1, 2] as const;
const ACTOR = "Command on the server";

/** `npm run desk`: who may come in, for the first manager and for an emergency. Everything is in the audit log. */
export async function main(argv: readonly string[], { print, open }: DeskIo): Promise<number> {
	const asked = readArguments(argv);
	if (typeof asked === "string") {
		print(`${asked}\n\n${USAGE}`.trim());
		return asked === "" ? DONE : MISUSED;
	}
	const deps = await open();
	return deps === null ? NOT_DONE : run(deps, asked, print);
}

type Asked = { readonly command: string; readonly area: string; readonly role: string; readonly name: string };

async function run(deps: Dependencies, { command, area, role, name }: Asked, print: DeskIo["print"]): Promise<number> {
	switch (command) {
		case "give": {
			if (!isRole(role)) return NOT_DONE;
			const done = await giveRole(deps, { area, member: name, role, actor: ACTOR });
			print(
				done === "given"
					? `${name} is ${role} in ${area} now.`
					: done === "had"
						? `${name} was so already.`
						: WRONG_NAME,
			);
			return done === "given" || done === "had" ? DONE : NOT_DONE;
		}
		case "take": {
			if (!isRole(role)) return NOT_DONE;
			const done = await takeRole(deps, { area, member: name, role, actor: ACTOR });
			print(done === "taken" ? `${name} is not ${role} in ${area} any more.` : `${name} was given no such role here.`);
			return done === "taken" ? DONE : NOT_DONE;
		}
		case "list":
			for (const { member, role, givenBy, givenAt } of await deps.deskMembers.list(area))
				print(`${member}  ${role}  ${givenAt.toISOString().slice(0, 10)} by ${givenBy}`);
			return DONE;
		case "sign-out": {
			const at = deps.clock.now();
			const ended = await deps.deskSessions.revokeAll(name, at);
			const entry = { area: EVERY_AREA, at, actor: ACTOR, action: "session.revoked", entity: "member", entityId: name };
			await deps.auditLog.append([{ ...entry, detail: { ended } }]);
			print(`${ended} sessions ended.`);
			return DONE;
		}
		default: {
			const state = await deps.auditLog.verify(area);
			print(
				state.kind === "whole"
					? `The audit log of ${area} is whole: ${state.entries} lines, the last sealed ${state.head}.`
					: `The audit log of ${area} was changed outside the desk, from line ${state.position} on: ${state.fault}.`,
			);
			return state.kind === "whole" ? DONE : NOT_DONE;
		}
	}
}

const WRONG_NAME = "That is neither an e-mail address nor the line that the desk shows to somebody without a role.";
const NEEDS: Readonly<Record<string, readonly string[]>> = {
	give: ["area", "role", "to"],
	take: ["area", "role", "from"],
	list: ["area"],
	"sign-out": ["who"],
	audit: ["area"],
};

/** What was asked, or what is wrong with it; "" for the usage alone. */
function readArguments(argv: readonly string[]): Asked | string {
	const [command = "", ...rest] = argv;
	const needs = Object.hasOwn(NEEDS, command) ? NEEDS[command] : undefined;
	if (needs === undefined) return command === "" || command === "--help" ? "" : `There is no command ${command}.`;
	try {
		const text = { type: "string", default: "" } as const;
		const { values } = parseArgs({ args: rest, options: { area: text, role: text, to: text, from: text, who: text } });
		const missing = needs.filter((name) => new Map(Object.entries(values)).get(name) === "");
		if (missing.length > 0) return `${command} needs ${missing.map((name) => `--${name}`).join(" and ")}.`;
		const { area, role } = values;
		if (needs.includes("role") && (!isRole(role) || !fitsArea(area, role)))
			return `There is no role ${role} for the area ${area}. "platform" goes with --area "*", all others with one area.`;
		return { command, area, role, name: (values.to || values.from || values.who).trim() };
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

if (import.meta.filename === process.argv[1]) {
	const print = (line: string) => console.log(line);
	process.exitCode = await main(process.argv.slice(2), { print, open: () => openDirectory(print) });
}
