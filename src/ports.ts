import type { Library } from "#content/library.ts";
import type { AnswerIndex } from "#domain/answers/find-answer.ts";
import type { AreaSettingsStore } from "#ports/area-settings.ts";
import type { Areas } from "#ports/areas.ts";
import type { AuditLog } from "#ports/audit-log.ts";
import type { BankHolidays } from "#ports/bank-holidays.ts";
import type { CallBacks } from "#ports/call-backs.ts";
import type { Chance } from "#ports/chance.ts";
import type { Clock } from "#ports/clock.ts";
import type { DeskMembers } from "#ports/desk-members.ts";
import type { DeskSessions } from "#ports/desk-sessions.ts";
import type { DirectoryWriter } from "#ports/directory-writer.ts";
import type { Drafts } from "#ports/drafts.ts";
import type { FaultPoint } from "#ports/fault-point.ts";
import type { Feed } from "#ports/feed.ts";
import type { FeedReader } from "#ports/feed-reader.ts";
import type { FeedRegister } from "#ports/feed-register.ts";
import type { Health } from "#ports/health.ts";
import type { Jobs } from "#ports/jobs.ts";
import type { LanguageModel } from "#ports/language-model.ts";
import type { LocalEdits } from "#ports/local-edits.ts";
import type { MergeProposals } from "#ports/merge-proposals.ts";
import type { Carriers, Outbox } from "#ports/outbox.ts";
import type { PhoneNumbers } from "#ports/phone-numbers.ts";
import type { Places, PlaceTables } from "#ports/places.ts";
import type { KeyKeeping, Sealing } from "#ports/sealing.ts";
import type { ServiceHistory } from "#ports/service-history.ts";
import type { ServiceNotices } from "#ports/service-notices.ts";
import type { ServiceReports } from "#ports/service-reports.ts";
import type { SignIn } from "#ports/sign-in.ts";
import type { SingleUseLinks } from "#ports/single-use-links.ts";
import type { OpenSnapshots, Snapshots } from "#ports/snapshots.ts";
import type { Tallies } from "#ports/tallies.ts";

/** What the verbs need from the world. Adapters fulfil these; `dependencies/` chooses which. */
export type Dependencies = {
	readonly content: Library;
	readonly clock: Clock;
	readonly areas: Areas;
	readonly areaSettings: AreaSettingsStore;
	readonly feed: Feed;
	readonly directory: DirectoryWriter;
	readonly feedRegister: FeedRegister;
	readonly feedReader: FeedReader;
	readonly serviceReports: ServiceReports;
	readonly tallies: Tallies;
	readonly localEdits: LocalEdits;
	readonly drafts: Drafts;
	readonly serviceHistory: ServiceHistory;
	readonly mergeProposals: MergeProposals;
	readonly serviceNotices: ServiceNotices;
	readonly snapshots: Snapshots;
	readonly openSnapshots: OpenSnapshots;
	readonly places: Places;
	readonly placeTables: PlaceTables;
	readonly answers: AnswerIndex;
	/** How staff come in at the desk. */
	readonly signIn: SignIn;
	readonly deskSessions: DeskSessions;
	readonly deskMembers: DeskMembers;
	readonly singleUseLinks: SingleUseLinks;
	readonly auditLog: AuditLog;
	/** The optional model; null unless a deployment sets one up. */
	readonly languageModel: LanguageModel | null;
	readonly health: Health;
	readonly jobs: Jobs;
	readonly bankHolidays: BankHolidays;
	/** Personal data is kept with this and with nothing else. */
	readonly sealing: Sealing & KeyKeeping;
	readonly callBacks: CallBacks;
	readonly outbox: Outbox;
	readonly carriers: Carriers;
	readonly phoneNumbers: PhoneNumbers;
	readonly chance: Chance;
	readonly faultPoint: FaultPoint;
	/** "https://help.example.org", for links in messages; null where it was not told. */
	readonly publicUrl: string | null;
};
