/** The desk's own addresses. Each part of the desk has those of its pages beside them. */
export const deskPaths = {
	door: () => "/desk",
	area: (area: string) => `/desk/${area}`,
	signIn: (back?: string) => (back ? `/desk/sign-in?return=${encodeURIComponent(back)}` : "/desk/sign-in"),
	start: (back?: string) => `/desk/sign-in/start${back ? `?return=${encodeURIComponent(back)}` : ""}`,
	callback: () => "/desk/sign-in/callback",
	link: (secret: string) => `/desk/sign-in/link?code=${secret}`,
	signOut: () => "/desk/sign-out",
	signOutEverywhere: () => "/desk/sign-out-everywhere",
	/** Cloudflare's own address on every site that Access protects. */
	leaveAccess: () => "/cdn-cgi/access/logout",
	sheet: () => "/assets/desk.css",
} as const;
