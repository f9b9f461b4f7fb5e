import { setTimeout as wait } from "node:timers/promises";
import { round } from "#cli/bench/measure.ts";
import { seededRandom } from "#cli/bench/random.ts";
import { ACTIONS, type Action, askAs } from "#cli/bench/soak/actions.ts";

/** What one kind of action came to, in milliseconds. */
type Tally = { readonly times: number[]; errors: number; readonly kinds: Map<string, number> };

/** Between two things that a person does, in milliseconds, at least and at most. */
const THINKING = [400, 1600] as const;

/** Lets so many users do as they like for so long. Answers each kind of action with its errors and times. */
export async function crowd(base: string, users: number, seconds: number, seed: number) {
	const tallies = new Map<string, Tally>(ACTIONS.map(({ name }) => [name, { times: [], errors: 0, kinds: new Map() }]));
	const until = performance.now() + seconds * 1000;
	const deck = ACTIONS.flatMap((action) => Array.from({ length: action.weight }, () => action));
	await Promise.all(
		Array.from({ length: users }, async (_, number) => {
			const random = seededRandom(seed * 100_000 + number);
			const ask = askAs(base, `10.0.${number >> 8}.${number & 255}`);
			// They do not all come at the same moment.
			await wait(random.unit() * THINKING[1]);
			while (performance.now() < until) {
				const action = random.pick(deck);
				await once(action, tallies, () => action.run({ ask, random }));
				await wait(THINKING[0] + random.unit() * (THINKING[1] - THINKING[0]));
			}
		}),
	);
	return tallies;
}

async function once({ name }: Action, tallies: ReadonlyMap<string, Tally>, run: () => Promise<string | null>) {
	const tally = tallies.get(name);
	const from = performance.now();
	const wrong = await run().catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
	tally?.times.push(performance.now() - from);
	if (wrong === null || !tally) return;
	tally.errors += 1;
	tally.kinds.set(wrong, (tally.kinds.get(wrong) ?? 0) + 1);
}

/** The tallies as lines for people to read: all together first, then each kind. */
export function summed(tallies: ReadonlyMap<string, Tally>) {
	const all = [...tallies.values()];
	const line = (name: string, times: readonly number[], errors: number) => {
		const sorted = [...times].sort((a, b) => a - b);
		const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
		const wrong: Readonly<Record<string, number>> = {};
		return { name, requests: times.length, errors, p50: at(0.5), p99: at(0.99), wrong };
	};
	return [
		line(
			"all",
			all.flatMap(({ times }) => times),
			all.reduce((sum, { errors }) => sum + errors, 0),
		),
		...[...tallies].map(([name, { times, errors, kinds }]) => ({
			...line(name, times, errors),
			wrong: Object.fromEntries(kinds),
		})),
	];
}
