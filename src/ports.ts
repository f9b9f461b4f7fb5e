import type { Library } from "#content/library.ts";
import type { AnswerIndex } from "#domain/answers/find-answer.ts";
import type { Area } from "#domain/directory/area.ts";
import type { ImportBatch, ImportCounts, Reject } from "#domain/directory/import-batch.ts";
import type { Page, ServiceQuery } from "#domain/directory/oruk-query.ts";
import type { Snapshot } from "#domain/directory/search/snapshot.ts";
import type { Organization, Service, ServiceAtLocation, Taxonomy, TaxonomyTerm } from "#domain/directory/service.ts";
import type { AuthorityBook } from "#domain/places/authority-book.ts";
import type { NamedCouncil } from "#domain/places/authority-names.ts";
import type { Located, PlacePoint } from "#domain/places/locate.ts";

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

export type Clock = { readonly now: () => Date };

/** Areas held in the database. The areas that are compiled into the build live in `content`. */
export type Areas = {
	readonly list: () => Promise<readonly Area[]>;
	readonly find: (slug: string) => Promise<Area | null>;
	/** Adds the area, or changes the one with this slug. */
	readonly save: (area: Area) => Promise<void>;
};

/** The published directory as Open Referral UK reads it. Only what `publicView` lets out. */
export type Feed = {
	readonly services: (area: string, query: ServiceQuery) => Promise<Page<Service>>;
	/** The same records in the same order, cut down to what a reader needs to see what is new. */
	readonly changes: (area: string, query: ServiceQuery) => Promise<Page<ServiceChange>>;
	/** All of them, whatever the page: each record that was there when the reading began and still is. */
	readonly everyService: (area: string, query: ServiceQuery) => AsyncIterable<Service>;
	/** One record; what is left of it where it was deleted lately. */
	readonly service: (area: string, id: string) => Promise<Service | null>;
	readonly organizations: (area: string, query: ListQuery) => Promise<Page<Organization>>;
	readonly organization: (area: string, id: string) => Promise<Organization | null>;
	readonly serviceAtLocations: (area: string, query: ServiceQuery) => Promise<Page<LocatedService>>;
	readonly serviceAtLocation: (area: string, id: string) => Promise<LocatedService | null>;
	readonly taxonomies: (area: string, query: ListQuery) => Promise<Page<Taxonomy>>;
	readonly taxonomy: (area: string, id: string) => Promise<Taxonomy | null>;
	readonly taxonomyTerms: (area: string, query: TermQuery) => Promise<Page<TaxonomyTerm>>;
	readonly taxonomyTerm: (area: string, id: string) => Promise<TaxonomyTerm | null>;
	/** Changes whenever anything the feed shows has changed; the seed of ETag and Last-Modified. Null: no such area. */
	readonly version: (area: string) => Promise<FeedVersion | null>;
	/** Where a postcode lies as the area's own open locations tell, null where none of them says. */
	readonly point: (area: string, postcode: string) => Promise<Point | null>;
};
export type ServiceChange = Pick<Service, "id" | "last_modified">;
export type LocatedService = ServiceAtLocation & { readonly service_id: string };
export type ListQuery = { readonly page: number; readonly perPage: number; readonly search?: string };
export type TermQuery = ListQuery & {
	readonly taxonomyId?: string;
	readonly topOnly?: boolean;
	readonly parentId?: string;
};
export type FeedVersion = { readonly version: number; readonly changedAt: Date };

export type DirectoryWriter = {
	/**
	 * Writes a batch in one transaction: creates, updates what differs, leaves the rest alone, marks what the feed
	 * no longer holds. Also records the run with its repairs and rejects. Running it twice changes nothing the second time.
	 */
	readonly applyImport: (area: string, source: string, batch: ImportBatch, at: Date) => Promise<ImportCounts>;
	/** Every record of the area that may be published, masked places included (flagged), for the snapshot. */
	readonly publishable: (area: string) => Promise<readonly Service[]>;
};

/** Snapshots as the database keeps them: opaque bytes with a version and a checksum. */
export type Snapshots = {
	/** The newest stored version of an area's snapshot, null when there is none. Cheap: read once a minute. */
	readonly version: (area: string) => Promise<number | null>;
	/** When the newest was stored, null when there is none. */
	readonly publishedAt: (area: string) => Promise<Date | null>;
	readonly load: (area: string) => Promise<StoredSnapshot | null>;
	/** Stores the next version in one statement, so that a reader never sees half of it. Answers the version. */
	readonly publish: (area: string, bytes: Uint8Array, checksum: string, at: Date) => Promise<number>;
};
/** Snapshots opened and held in memory, so that a search asks no database. */
export type OpenSnapshots = {
	readonly of: (area: string) => Promise<
		| { readonly kind: "open"; readonly snapshot: Snapshot }
		/** The area has none yet. */
		| { readonly kind: "none" }
		/** It cannot be reached, and none is held. */
		| { readonly kind: "unavailable" }
	>;
};
export type StoredSnapshot = { readonly version: number; readonly bytes: Uint8Array; readonly checksum: string };

/** Where a postcode, a sector ("SK9 1") or an outcode lies, from tables of our own unless a lookup was switched on. */
export type Places = {
	/** The authorities of England, by code, by district and by day. */
	readonly book: AuthorityBook;
	/** Null for what is no postcode, nor the beginning of one. */
	readonly locate: (text: string) => Promise<Located | null>;
	/** Null where we do not know it. */
	readonly point: (text: string) => Promise<Point | null>;
	/** Of many postcodes at once, never asking anyone outside; without those that we do not know. */
	readonly points: (postcodes: readonly string[]) => Promise<ReadonlyMap<string, Point>>;
	/** The slug of the area that serves it, null where none of ours surely does. */
	readonly areaOf: (postcode: string) => Promise<string | null>;
	/** Councils by their name or a district's, as a person types it: all of them for no text. */
	readonly councils: (text: string) => readonly NamedCouncil[];
};
/** Degrees; `precision` says what the point stands for. */
export type Point = PlacePoint;

/** The table of postcodes as the database keeps it: one packed value for all areas. */
export type PlaceTables = {
	/** The newest stored version, null when there is none. */
	readonly version: () => Promise<number | null>;
	readonly load: () => Promise<StoredPlaceTable | null>;
	/** Stores the next version in one statement. `source` names the file it was made from; `size` is what it takes, packed. */
	readonly publish: (
		bytes: Uint8Array,
		source: string,
		at: Date,
	) => Promise<{ readonly version: number; readonly size: number }>;
};
export type StoredPlaceTable = { readonly version: number; readonly bytes: Uint8Array };

export type Health = {
	/** Names what is missing; an empty list means all is well. Never throws. */
	readonly missing: () => Promise<readonly string[]>;
};

/** What stands at a path or an address: named texts, or why there are none, in words that say how to mend it. */
export type SourceRead =
	| { readonly kind: "files"; readonly files: ReadonlyMap<string, string>; readonly notes: readonly string[] }
	/** The path or address itself is wrong. */
	| { readonly kind: "missing"; readonly reason: string }
	/** It is there and cannot be taken. */
	| { readonly kind: "failed"; readonly reason: string };

/** Fetches what stands at a feed's address, politely and within bounds. What goes wrong is the answer. */
export type FeedReader = { readonly read: (address: string) => Promise<SourceRead> };

/** Which feeds are read on a schedule, and what came of it. */
export type FeedRegister = {
	/** Adds a feed, due at once; or changes how often it is read. */
	readonly add: (area: string, source: string, everyHours: number, at: Date) => Promise<void>;
	/** Stops reading it. Its services stay. False where there is no such feed. */
	readonly stop: (area: string, source: string) => Promise<boolean>;
	readonly list: (area: string | null) => Promise<readonly RegisteredFeed[]>;
	/** Makes an area's feeds due now. */
	readonly hasten: (area: string, at: Date) => Promise<void>;
	/** The feed that has been due longest, held for the caller alone until it is released or the time is up. */
	readonly claim: (area: string | null, at: Date) => Promise<FeedClaim | null>;
	/** Lets a claimed feed go and says when it is due again: after its hours, or sooner where it failed. */
	readonly release: (claim: FeedClaim, failed: boolean, at: Date) => Promise<void>;
	/** Records a run that changed nothing, and why. */
	readonly refused: (claim: FeedClaim, reason: string, rejects: readonly Reject[], at: Date) => Promise<void>;
	/** An area's runs, the newest first. */
	readonly runs: (area: string) => Promise<readonly FeedRun[]>;
	readonly notes: (run: number) => Promise<FeedRunNotes>;
	/** A person's yes to the deletions that a run held back. The next run carries them out. */
	readonly allow: (area: string, run: number, at: Date) => Promise<"allowed" | "unknown" | "nothing held back">;
	/** Which feed brought each service, and its ids elsewhere. */
	readonly origins: (area: string) => Promise<ReadonlyMap<string, Origin>>;
};
export type RegisteredFeed = {
	readonly area: string;
	readonly source: string;
	readonly everyHours: number | null;
	readonly dueAt: Date;
	readonly lastRunAt: Date | null;
	readonly failures: number;
};
export type FeedClaim = {
	readonly area: string;
	readonly source: string;
	readonly everyHours: number;
	readonly failures: number;
	readonly until: number;
};
export type FeedRun = {
	readonly key: number;
	readonly source: string;
	readonly ranAt: Date;
	readonly outcome: "imported" | "refused";
	readonly reason: string | null;
	readonly counts: Readonly<Record<string, number>>;
};
export type FeedRunNotes = {
	readonly rejects: readonly Reject[];
	readonly repairs: ImportBatch["repairs"];
	/** Ids of services. */
	readonly heldBack: readonly string[];
};
export type Origin = { readonly source: string | null; readonly externalIds: readonly string[] };

/** "Something's wrong with this", counted. Holds nothing of who said it. */
export type ServiceReports = {
	/** False where the area has no such service. `day` is a date. */
	readonly add: (area: string, service: string, reason: string, day: string, at: Date) => Promise<boolean>;
	/** An area's reports by service and reason, the most first. */
	readonly of: (area: string) => Promise<
		readonly {
			readonly service: string;
			readonly reason: string;
			readonly reports: number;
			/** The date of the latest. */
			readonly latest: string;
		}[]
	>;
};
