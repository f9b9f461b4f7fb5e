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
 * An area switched off stays off while the database is away. Each request waits for a reading of its own and never for another's:
 * at the edge, what one request asked for ends with it, and whoever else waited would wait for ever.
 */
export function rememberAreaSettings(store: AreaSettingsStore, clock: Clock): AreaSettingsStore {
	const known = new Map<string, Known>();

	async function ask(area: string): Promise<VersionedSettings | null> {
		const before = known.get(area);
		const kept = before?.value ?? null;
		const keep = (value: VersionedSettings | null, goodFor: number) => {
			known.set(area, { value, until: clock.now().getTime() + goodFor });
			return value;
		};
		// Until this reading is over, others go on with what is kept; where nothing is, each reads for itself.
		if (before) keep(kept, NOT_AGAIN_FOR);
		return store.read(area).then(
			(value) => keep(value, GOOD_FOR),
			() => keep(kept, NOT_AGAIN_FOR),
		);
	}

	return {
		...store,
		of: async (area) => {
			const kept = known.get(area);
			const now = clock.now().getTime();
			// A clock that was set back must not make an answer good for ever.
			if (kept && now < kept.until && kept.until - now <= GOOD_FOR) return kept.value;
			return soonOr(ask(area), kept?.value ?? null);
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
