import type { DeskSession } from "#domain/desk/desk-session.ts";

/** Who is signed in at the desk. Holds hashes of cookies, never what a cookie holds. */
export type DeskSessions = {
	readonly open: (session: DeskSession) => Promise<void>;
	/** The session as it was opened, unless it was revoked. Whether it still holds is the domain's to say. */
	readonly find: (hash: string) => Promise<DeskSession | null>;
	/** Somebody used it. */
	readonly seen: (hash: string, at: Date) => Promise<void>;
	readonly revoke: (hash: string, at: Date) => Promise<void>;
	/** Ends all of a person's sessions; answers how many there were. `member` is the person's own name or vouched-for e-mail address. */
	readonly revokeAll: (member: string, at: Date) => Promise<number>;
	/** Sessions that nobody ended and that are not past their longest, the newest first. */
	readonly list: (at: Date) => Promise<readonly DeskSession[]>;
	/** Takes out what ended before. Answers how many. */
	readonly forget: (before: Date) => Promise<number>;
};
