/** What our tests use of the package, which brings no types of its own. */
declare module "oidc-provider" {
	import type { RequestListener } from "node:http";
	export class Provider {
		constructor(issuer: string, configuration: object);
		callback(): RequestListener;
		on(event: string, listener: (...args: readonly unknown[]) => void): this;
	}
}
