import type { Chance } from "#ports/chance.ts";

export const systemChance: Chance = {
	bytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
	fraction: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
};
