import type { Library } from "#content/library.ts";
import type { AnswerIndex } from "#domain/answers/find-answer.ts";
import type { Areas } from "#ports/areas.ts";
import type { Clock } from "#ports/clock.ts";
import type { DirectoryWriter } from "#ports/directory-writer.ts";
import type { Feed } from "#ports/feed.ts";
import type { FeedReader } from "#ports/feed-reader.ts";
import type { FeedRegister } from "#ports/feed-register.ts";
import type { Health } from "#ports/health.ts";
import type { Places, PlaceTables } from "#ports/places.ts";
import type { ServiceReports } from "#ports/service-reports.ts";
import type { OpenSnapshots, Snapshots } from "#ports/snapshots.ts";

/** What the verbs need from the world. Adapters fulfil these; `dependencies/` chooses which. */
export type Dependencies = {
	readonly content: Library;
	readonly clock: Clock;
	readonly areas: Areas;
	readonly feed: Feed;
	readonly directory: DirectoryWriter;
	readonly feedRegister: FeedRegister;
	readonly feedReader: FeedReader;
	readonly serviceReports: ServiceReports;
	readonly snapshots: Snapshots;
	readonly openSnapshots: OpenSnapshots;
	readonly places: Places;
	readonly placeTables: PlaceTables;
	readonly answers: AnswerIndex;
	readonly health: Health;
};
