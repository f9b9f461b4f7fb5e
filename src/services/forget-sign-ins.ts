import type { Dependencies } from "#ports.ts";

const DAY_MS = 86_400_000;
/** Long enough to tell somebody that a link was used, rather than that it never was. */
const LINKS_KEPT_MS = 90 * DAY_MS;

/** Takes out sessions that ended more than a day ago, and links that cannot be used since three months. The audit log keeps who came in. */
export async function forgetSignIns({
	deskSessions,
	singleUseLinks,
	clock,
}: Pick<Dependencies, "deskSessions" | "singleUseLinks" | "clock">): Promise<void> {
	const now = clock.now().getTime();
	await deskSessions.forget(new Date(now - DAY_MS));
	await singleUseLinks.forget(new Date(now - LINKS_KEPT_MS));
}
