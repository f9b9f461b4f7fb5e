import { systemChance } from "#adapters/chance.ts";
import { systemClock } from "#adapters/clock.ts";
import type { FeedLimits } from "#adapters/feed-reader/fetch-politely.ts";
import { readFeed } from "#adapters/feed-reader/read-feed.ts";
import { createHeldHolidays } from "#adapters/held-holidays.ts";
import { createAreaSettings } from "#adapters/libsql/area-settings.ts";
import { createAreas } from "#adapters/libsql/areas.ts";
import { createAuditLog } from "#adapters/libsql/audit-log.ts";
import { createStoredHolidays } from "#adapters/libsql/bank-holidays.ts";
import { createCallBacks } from "#adapters/libsql/call-backs.ts";
import { type DatabaseConfig, openDatabase } from "#adapters/libsql/client.ts";
import { createDataKeys } from "#adapters/libsql/data-keys.ts";
import { createDeskMembers } from "#adapters/libsql/desk-members.ts";
import { createDeskSessions } from "#adapters/libsql/desk-sessions.ts";
import { createDirectoryWriter } from "#adapters/libsql/directory-writer.ts";
import { createDrafts } from "#adapters/libsql/drafts.ts";
import { createFeed } from "#adapters/libsql/feed.ts";
import { createFeedRegister } from "#adapters/libsql/feed-register.ts";
import { createHealth } from "#adapters/libsql/health.ts";
import { createJobs } from "#adapters/libsql/jobs.ts";
import { createLocalEdits } from "#adapters/libsql/local-edits.ts";
import { createMergeProposals } from "#adapters/libsql/merge-proposals.ts";
import { createOutbox } from "#adapters/libsql/outbox.ts";
import { createPlaceTables } from "#adapters/libsql/place-tables.ts";
import { createServiceHistory } from "#adapters/libsql/service-history.ts";
import { createServiceNotices } from "#adapters/libsql/service-notices.ts";
import { createServiceReports } from "#adapters/libsql/service-reports.ts";
import { createSingleUseLinks } from "#adapters/libsql/single-use-links.ts";
import { createSnapshots } from "#adapters/libsql/snapshots.ts";
import { createTallies } from "#adapters/libsql/tallies.ts";
import { createNotify } from "#adapters/notify.ts";
import { createSignIn } from "#adapters/oidc/create-sign-in.ts";
import type { SignInConfig } from "#adapters/oidc/sign-in-config.ts";
import { createOpenSnapshots } from "#adapters/open-snapshots.ts";
import { createLanguageModel } from "#adapters/openai/create-language-model.ts";
import { createPhoneNumbers } from "#adapters/phone-numbers.ts";
import { createPlaces } from "#adapters/places/create-places.ts";
import { createHeldTable } from "#adapters/places/held-table.ts";
import { createPostcodesIo } from "#adapters/places/postcodes-io.ts";
import { createPublishedHolidays } from "#adapters/published-holidays.ts";
import { rememberAreaSettings } from "#adapters/remembered-area-settings.ts";
import { rememberAreas } from "#adapters/remembered-areas.ts";
import { createSealing } from "#adapters/sealing/create-sealing.ts";
import { sendWebhook } from "#adapters/webhook.ts";
import { answerIndex } from "#content/compiled/answer-index.ts";
import { content } from "#content/compiled/content.ts";
import { modelContent } from "#content/compiled/model.ts";
import { phonePlans } from "#content/compiled/phone-plans.ts";
import { places } from "#content/compiled/places.ts";
import { words } from "#content/compiled/words.ts";
import { createLibrary } from "#content/library.ts";
import { createAnswerIndex } from "#domain/answers/find-answer.ts";
import type { Chance } from "#ports/chance.ts";
import type { Clock } from "#ports/clock.ts";
import type { FaultPoint } from "#ports/fault-point.ts";
import type { LanguageModel, ModelSettings } from "#ports/language-model.ts";
import type { Dependencies } from "#ports.ts";

type Options = {
	readonly clock?: Clock;
	/** Lets work go on after an answer has left; Node needs nothing for that. */
	readonly later?: (work: Promise<void>) => void;
	/** Address of postcodes.io or of a copy of it, to ask about postcodes that our own tables do not know. Left out: nobody is asked. */
	readonly placesLookup?: string | undefined;
	/** How feeds are fetched; left out, as the edge does: https only, and names are not looked up first. */
	readonly feedLimits?: Partial<FeedLimits>;
	/** What calls to be rung back need; left out, nothing that must be sealed is taken, and nothing leaves by Notify. */
	readonly callBacks?: CallBackOptions;
	/** How staff sign in; left out, nobody does. */
	readonly signIn?: SignInConfig;
	/** Where GOV.UK's bank holidays are read; null or left out: nobody is asked. */
	readonly bankHolidaysUrl?: string | null;
	/** The optional language model; null or left out: there is none. */
	readonly model?: ModelSettings | null;
};

export type CallBackOptions = {
	/** CALL_BACK_KEYS: "id:base64", the newest first. */
	readonly keys?: string | null;
	/** The key of GOV.UK Notify for an area; null for none. */
	readonly notifyKeyOf?: (area: string) => string | null;
	readonly notifyUrl?: string;
	readonly publicUrl?: string | null;
	/** Milliseconds that a receiver of messages is waited for. */
	readonly patience?: number;
	readonly chance?: Chance;
	/** For tests alone: stops the process at a step. */
	readonly faultPoint?: FaultPoint;
};

/** Chooses the adapters, for Node and the edge alike: the database's own package tells the two apart. */
export function createDependencies(
	database: DatabaseConfig,
	{
		clock = systemClock,
		later = () => {},
		placesLookup,
		feedLimits = {},
		signIn = { production: true },
		bankHolidaysUrl = null,
		callBacks = {},
		model = null,
	}: Options = {},
): Dependencies {
	const client = openDatabase(database);
	const snapshots = createSnapshots(client);
	const areas = rememberAreas(createAreas(client));
	const placeTables = createPlaceTables(client);
	const localEdits = createLocalEdits(client);
	const ownSectors = content.areas.flatMap(({ slug, sectors }) =>
		Object.entries(sectors).map(
			([sector, [latitude, longitude]]) => [sector, { area: slug, latitude, longitude }] as const,
		),
	);
	const library = createLibrary(content, words);
	const storedHolidays = createStoredHolidays(client);
	const { holidays: compiled } = library;
	const holidays = createHeldHolidays({
		compiled,
		compiledOn: content.holidaysOn,
		store: storedHolidays,
		clock,
		later,
	});
	return {
		content: {
			...library,
			get holidays() {
				return holidays();
			},
		},
		clock,
		areas,
		areaSettings: rememberAreaSettings(createAreaSettings(client, clock), clock),
		feed: createFeed(client),
		directory: createDirectoryWriter(client),
		feedRegister: createFeedRegister(client),
		serviceReports: createServiceReports(client),
		tallies: createTallies(client, later),
		localEdits,
		drafts: createDrafts(client),
		serviceHistory: createServiceHistory(client, localEdits),
		mergeProposals: createMergeProposals(client),
		serviceNotices: createServiceNotices(client),
		feedReader: { read: (address, options) => readFeed(address, feedLimits, options) },
		snapshots,
		openSnapshots: createOpenSnapshots({ snapshots, clock, later }),
		places: createPlaces({
			content: places,
			ownSectors: new Map(ownSectors),
			table: createHeldTable({ tables: placeTables, clock, later }),
			clock,
			areas: async () => [...content.areas, ...(await areas.list().catch(() => []))],
			lookup: placesLookup === undefined ? null : createPostcodesIo(placesLookup, clock),
		}),
		placeTables,
		answers: createAnswerIndex(content.answers, answerIndex),
		signIn: createSignIn(signIn, clock),
		deskSessions: createDeskSessions(client),
		deskMembers: createDeskMembers(client),
		singleUseLinks: createSingleUseLinks(client),
		auditLog: createAuditLog(client),
		languageModel: openModel(model, clock),
		health: createHealth(client),
		jobs: createJobs(client),
		bankHolidays: { ...storedHolidays, published: createPublishedHolidays(bankHolidaysUrl) },
		sealing: createSealing(createDataKeys(client), callBacks.keys ?? null, clock),
		callBacks: createCallBacks(client),
		outbox: createOutbox(client),
		carriers: {
			...createNotify({
				keyOf: callBacks.notifyKeyOf ?? (() => null),
				url: callBacks.notifyUrl ?? "https://api.notifications.service.gov.uk",
				...(callBacks.patience ? { patience: callBacks.patience } : {}),
			}),
			webhook: (message, at) => sendWebhook(message, at, feedLimits, callBacks.patience),
		},
		phoneNumbers: createPhoneNumbers(phonePlans),
		chance: callBacks.chance ?? systemChance,
		faultPoint: callBacks.faultPoint ?? (async () => {}),
		publicUrl: callBacks.publicUrl ?? null,
	};
}

/** No model is set up unless the deployment names one: then nothing of it is read or made. */
function openModel(settings: ModelSettings | null, clock: Clock): LanguageModel | null {
	const held = settings && modelContent();
	return held ? createLanguageModel({ settings, clock, content: held, limits: content.language.limits }) : null;
}
