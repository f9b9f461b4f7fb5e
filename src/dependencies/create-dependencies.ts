import { systemClock } from "#adapters/clock.ts";
import { createAreas } from "#adapters/libsql/areas.ts";
import { type DatabaseConfig, openDatabase } from "#adapters/libsql/client.ts";
import { createDirectoryWriter } from "#adapters/libsql/directory-writer.ts";
import { createFeed } from "#adapters/libsql/feed.ts";
import { createHealth } from "#adapters/libsql/health.ts";
import { createSnapshots } from "#adapters/libsql/snapshots.ts";
import { createOpenSnapshots } from "#adapters/open-snapshots.ts";
import { createPlaces } from "#adapters/places.ts";
import { answerIndex } from "#content/compiled/answer-index.ts";
import { content } from "#content/compiled/content.ts";
import { words } from "#content/compiled/words.ts";
import { createLibrary } from "#content/library.ts";
import { createAnswerIndex } from "#domain/answers/find-answer.ts";
import type { Clock, Dependencies } from "#ports.ts";

type Options = {
	readonly clock?: Clock;
	/** Lets work go on after an answer has left; Node needs nothing for that. */
	readonly later?: (work: Promise<void>) => void;
};

/** Chooses the adapters, for Node and the edge alike: the database's own package tells the two apart. */
export function createDependencies(
	database: DatabaseConfig,
	{ clock = systemClock, later = () => {} }: Options = {},
): Dependencies {
	const client = openDatabase(database);
	const snapshots = createSnapshots(client);
	const sectors = content.areas.flatMap((area) =>
		Object.entries(area.sectors).map(([sector, [latitude, longitude]]) => ({
			sector,
			area: area.slug,
			latitude,
			longitude,
		})),
	);
	return {
		content: createLibrary(content, words),
		clock,
		areas: createAreas(client),
		feed: createFeed(client),
		directory: createDirectoryWriter(client),
		snapshots,
		openSnapshots: createOpenSnapshots({ snapshots, clock, later }),
		places: createPlaces(sectors),
		answers: createAnswerIndex(content.answers, answerIndex),
		health: createHealth(client),
	};
}
