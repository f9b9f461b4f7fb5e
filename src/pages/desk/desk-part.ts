import type { Context } from "hono";
import type { Words } from "#content/library.ts";
import type { DeskSession } from "#domain/desk/desk-session.ts";
import type { Permission } from "#domain/desk/permissions.ts";
import type { AppEnv } from "#env.ts";
import type { DeskForm } from "#pages/desk/desk-form.ts";
import type { Dependencies } from "#ports.ts";

/** What a page of the desk knows of who is there, and in which area. */
export type Desk = {
	readonly session: DeskSession;
	/** "Dana Duty <dana@example.org>", for the audit log. */
	readonly actor: string;
	readonly area: { readonly slug: string; readonly name: string };
	/** Every area in which the person has a role. */
	readonly areas: readonly { readonly slug: string; readonly name: string }[];
	readonly may: (permission: Permission) => boolean;
	/** The bar's links, as far as the person may follow them. */
	readonly navigation: readonly { readonly href: string; readonly label: string }[];
	/** Stands in each form; see `FormToken`. */
	readonly token: string;
	/** What was posted, checked to come from a page of ours; empty for a GET. */
	readonly form: DeskForm;
};

/** One address of the desk and what it takes to open it. There is no other way to put one there. */
export type DeskRoute = {
	readonly method: "GET" | "POST";
	/** Below "/desk/:area", as Hono reads it: "" or "/call-backs/:reference". */
	readonly path: string;
	readonly permission: Permission;
	readonly answer: (c: Context<AppEnv>, desk: Desk) => Response | Promise<Response>;
	/** The largest body that a POST takes, in bytes; left out, 256 kB. */
	readonly largest?: number;
};

/** Something that waits for somebody, on the front page. Left out where there is none of it. */
export type Waiting = {
	readonly count: number;
	/** "call-backs are past their promise": after the count. */
	readonly text: string;
	readonly href: string;
	/** Shown first and marked. */
	readonly pressing?: boolean;
};

/** A part of the desk: its addresses, its place in the bar, and what of it waits today. */
export type DeskPart = {
	readonly label: (words: Words) => string;
	/** The address of its first page below the area, where it has a place in the bar. */
	readonly bar?: { readonly path: string; readonly permission: Permission };
	readonly waiting?: {
		readonly permission: Permission;
		readonly of: (deps: Dependencies, desk: Desk) => Promise<readonly Waiting[]>;
	};
	readonly routes: readonly DeskRoute[];
};
