/**
 * The addresses of the desk that belong to no area: the way in and the way out. Everything else is a `DeskRoute` and needs a
 * permission. `who` is for whom they answer anything but the way in.
 */
export const DESK_DOORS = [
	{ method: "GET", path: "/", who: "anyone" },
	{ method: "GET", path: "/sign-in", who: "anyone" },
	{ method: "GET", path: "/sign-in/start", who: "anyone" },
	{ method: "GET", path: "/sign-in/callback", who: "anyone" },
	{ method: "GET", path: "/sign-in/link", who: "anyone" },
	{ method: "POST", path: "/sign-out", who: "signed in" },
	{ method: "POST", path: "/sign-out-everywhere", who: "signed in" },
] as const;
