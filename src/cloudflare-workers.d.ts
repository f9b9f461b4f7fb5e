/** The one part of the Workers runtime's own module that we use. */
declare module "cloudflare:workers" {
	export function waitUntil(work: Promise<unknown>): void;
}
