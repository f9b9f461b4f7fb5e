import { deskPaths } from "#pages/desk/desk-paths.ts";
import type { Dependencies } from "#ports.ts";
import { makeDemonstrationLink } from "#services/demonstration-link.ts";

/**
 * Where the desk is entered, for the lines that `npm start` prints: with a link for the demonstration's manager that works once,
 * or by the way that is set up, with what is wrong with that.
 */
export async function deskAddress(deps: Pick<Dependencies, "clock" | "signIn" | "singleUseLinks">): Promise<string> {
	const { signIn } = deps;
	if (signIn.kind === "misconfigured") return `${deskPaths.door()}   Nobody can sign in: ${signIn.why}`;
	if (signIn.kind !== "none") return `${deskPaths.door()}   Staff sign in by ${signIn.issuer}`;
	const secret = await makeDemonstrationLink(deps).catch(() => null);
	return secret === null
		? `${deskPaths.door()}   Nobody can sign in until OIDC_ISSUER or CF_ACCESS_TEAM is set`
		: `${deskPaths.link(secret)}   (demonstration manager, works once)`;
}
