import { generateDirectory } from "#cli/bench/generate-directory.ts";
import { round } from "#cli/bench/measure.ts";
import { content } from "#content/compiled/content.ts";
import { buildSnapshot } from "#domain/directory/search/build-snapshot.ts";
import { londonMoment } from "#domain/directory/search/moment.ts";
import { openSnapshot } from "#domain/directory/search/snapshot.ts";

const SEED = 7;
export const benchArea = { slug: "bench", name: "Bench", demonstration: true } as const;
/** A Tuesday morning in term time. */
const NOW = new Date("2026-11-24T10:00:00Z");

/** A made-up directory of this many services, built into a snapshot and opened, with what both took. */
export function openBenchSnapshot(services: number) {
	const vocabulary = { needs: content.needs, synonyms: content.synonyms, filters: content.filters };
	const directory = generateDirectory(services, SEED, vocabulary);
	const from = performance.now();
	const built = buildSnapshot({ services: directory.services, vocabulary, area: benchArea, builtAt: NOW });
	const build_ms = round(performance.now() - from);
	if (built.kind !== "built") throw new Error(built.message);
	const before = performance.now();
	const snapshot = openSnapshot(built.bytes);
	const open_ms = round(performance.now() - before);
	if (snapshot.kind === "unreadable") throw new Error(snapshot.message);
	const holidays = content.holidays.map((holiday) => holiday.date);
	return {
		services: directory.services,
		topics: directory.topics,
		vocabulary,
		built: built.bytes,
		checksum: built.checksum,
		snapshot,
		at: londonMoment(NOW, holidays),
		now: NOW,
		build_ms,
		open_ms,
	};
}
