import { Hono } from "hono";
import type { AppEnv } from "#env.ts";

/** A promise that somebody still reads the contact: renewed with every answer, so that a dead site's runs out. RFC 9116 asks for less than a year. */
const VALID_DAYS = 180;

/** Where to report a weakness (RFC 9116). There is none where the deployment names no SECURITY_CONTACT: better than a wrong one. */
export const securityTxt = new Hono<AppEnv>().get("/", (c) => {
	const { securityContact, publicUrl } = c.var.settings;
	if (!securityContact) return c.notFound();
	const expires = new Date(c.var.deps.clock.now().getTime() + VALID_DAYS * 86_400_000);
	expires.setUTCHours(0, 0, 0, 0);
	const lines = [
		`Contact: ${securityContact}`,
		`Expires: ${expires.toISOString()}`,
		"Preferred-Languages: en",
		...(publicUrl ? [`Canonical: ${publicUrl.replace(/\/$/, "")}/.well-known/security.txt`] : []),
	];
	c.header("cache-control", "public, max-age=86400");
	return c.text(`${lines.join("\n")}\n`);
});
