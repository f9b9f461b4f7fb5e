import type { CallBackOptions } from "#dependencies/create-dependencies.ts";
import type { Env } from "#env.ts";

/** What a deployment set for requests to be rung back. `keys` is CALL_BACK_KEYS, or what stands in for it on Node in development. */
export function callBackOptions(env: Env, keys: string | null = env.CALL_BACK_KEYS ?? null): CallBackOptions {
	const own = new Map(
		(env.NOTIFY_API_KEYS ?? "").split(",").flatMap((part) => {
			const [area, key] = part.trim().split("=");
			return area && key ? [[area, key] as const] : [];
		}),
	);
	return {
		keys,
		notifyKeyOf: (area) => own.get(area) ?? env.NOTIFY_API_KEY ?? null,
		notifyUrl: env.NOTIFY_API_URL,
		publicUrl: env.PUBLIC_URL ?? null,
	};
}
