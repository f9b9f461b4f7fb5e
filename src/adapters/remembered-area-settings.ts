import type { VersionedSettings } from "#domain/directory/area-settings.ts";
import type { AreaSettingsStore } from "#ports/area-settings.ts";
import type { Clock } from "#ports/clock.ts";

/** How long an answer is good for, and how long nobody asks again after the database did not answer, in milliseconds. */
const GOOD_FOR = 60_000;
const NOT_AGAIN_FOR = 5000;
/** A person waits no longer than this for settings, in milliseconds. */
const PATIENCE = 400;

type Known = { readonly value: VersionedSettings | null; readonly until: number };

/**
 * Settings that every page may ask for: read at most once a minute, kept when the database goes away, never waited for long.
 * An area switched off stays off while the database is away.
 */
export function rememberAreaSettings(store: AreaSettingsStore, clock: Clock): AreaSettingsStore {
	const known = new Map<string, Known>();
	const asking = new Map<string, Promise<VersionedSettings | null>>();

	function ask(area: string): Promise<VersionedSettings | null> {
		const under = asking.get(area);
		if (under) return under;
		const keep = (value: VersionedSettings | null, goodFor: number) => {
			known.set(area, { value, until: clock.now().getTime() + goodFor });
			return value;
		};
		const answer = store
			.read(area)
			.then(
				(value) => keep(value, GOOD_FOR),
				() => keep(known.get(area)?.value ?? null, NOT_AGAIN_FOR),
			)
			.finally(() => asking.delete(area));
		asking.set(area, answer);
		return answer;
	}

	return {
		...store,
		of: async (area) => {
			const kept = known.get(area);
			const now = clock.now().getTime();
			// A clock that was set back must not make an answer good for ever.
			if (kept && now < kept.until && kept.until - now <= GOOD_FOR) return kept.value;
			const answer = await soonOr(ask(area), kept?.value ?? null);
			if (asking.has(area)) known.set(area, { value: answer, until: now + NOT_AGAIN_FOR });
			return answer;
		},
		save: async (area, settings, version, by, entry) => {
			const saved = await store.save(area, settings, version, by, entry);
			known.delete(area);
			return saved;
		},
	};
}

async function soonOr<T>(answer: Promise<T>, otherwise: T): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<T>((resolve) => {
		timer = setTimeout(() => resolve(otherwise), PATIENCE);
	});
	return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
