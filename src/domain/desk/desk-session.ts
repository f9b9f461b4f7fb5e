import type { RolesByArea } from "#domain/desk/roles.ts";

/** Nobody at the keyboard this long: signed out. */
export const IDLE_MS = 30 * 60_000;
/** However busy, a working day is the longest. */
export const LONGEST_MS = 8 * 3_600_000;

/** How a person came in; each way ends when the deployment no longer offers it. */
export type CameBy = "oidc" | "access" | "demonstration";

/** Somebody who is signed in at the desk. */
export type DeskSession = {
	/** SHA-256 of what the cookie holds, in hexadecimal. */
	readonly hash: string;
	/** Of the person: issuer and subject, joined by a space. */
	readonly member: string;
	/** Shown at the desk and in its audit log. */
	readonly name: string;
	/** An e-mail address in small letters that the provider vouches for: roles may be given to it. */
	readonly email: string | null;
	readonly by: CameBy;
	/** From the provider's claims when the person signed in, and now from the desk's own table. */
	readonly roles: RolesByArea;
	readonly createdAt: Date;
	readonly seenAt: Date;
	readonly expiresAt: Date;
};

/** Whether a session still holds at an instant. A clock set back does not lengthen it: one from the future is over. */
export function holds(session: Pick<DeskSession, "createdAt" | "seenAt" | "expiresAt">, at: Date): boolean {
	const now = at.getTime();
	return (
		now < session.expiresAt.getTime() &&
		now - session.seenAt.getTime() < IDLE_MS &&
		now - session.createdAt.getTime() < LONGEST_MS &&
		now - session.createdAt.getTime() > -IDLE_MS
	);
}

/** Under which names roles may have been given at the desk. */
export function memberNames(who: Pick<DeskSession, "member" | "email">): readonly string[] {
	return who.email === null ? [who.member] : [who.member, who.email];
}

/** Who did it, for the audit log: "Dana Duty <dana@example.gov.uk>". */
export function actorOf(who: Pick<DeskSession, "member" | "email" | "name">): string {
	return `${who.name} <${who.email ?? who.member}>`;
}
