CREATE TABLE `bank_holidays` (
	`division` text PRIMARY KEY NOT NULL,
	`dates` text NOT NULL,
	`fetched_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`name` text PRIMARY KEY NOT NULL,
	`claimed_until` integer DEFAULT 0 NOT NULL,
	`last_started_at` integer,
	`last_succeeded_at` integer,
	`last_failed_at` integer,
	`last_fault` text,
	`runs` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tallies` (
	`area` text NOT NULL,
	`week` text NOT NULL,
	`measure` text NOT NULL,
	`item` text NOT NULL,
	`detail` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`area`, `week`, `measure`, `item`, `detail`)
);
--> statement-breakpoint
CREATE TABLE `call_backs` (
	`reference` text PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`secret_hash` text NOT NULL,
	`fold` text,
	`status` text NOT NULL,
	`received_at` integer NOT NULL,
	`promised_by` integer,
	`audience` text NOT NULL,
	`topic` text,
	`urgency` text NOT NULL,
	`claimed_by` text,
	`claimed_at` integer,
	`escalated_at` integer,
	`escalated_again_at` integer,
	`closed_at` integer,
	`outcome` text,
	`version` integer DEFAULT 1 NOT NULL,
	`sealed` text,
	`sealed_with` text,
	`erased_at` integer
);
--> statement-breakpoint
CREATE INDEX `call_backs_queue` ON `call_backs` (`area`,`status`,`promised_by`);--> statement-breakpoint
CREATE INDEX `call_backs_by_fold` ON `call_backs` (`area`,`fold`);--> statement-breakpoint
CREATE INDEX `call_backs_to_erase` ON `call_backs` (`erased_at`,`received_at`);--> statement-breakpoint
CREATE TABLE `canaries` (
	`area` text NOT NULL,
	`day` text NOT NULL,
	`sent_at` integer NOT NULL,
	`arrived_at` integer,
	PRIMARY KEY(`area`, `day`)
);
--> statement-breakpoint
CREATE TABLE `data_keys` (
	`area` text NOT NULL,
	`id` text NOT NULL,
	`wrapped` text NOT NULL,
	`wrapped_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	PRIMARY KEY(`area`, `id`)
);
--> statement-breakpoint
CREATE TABLE `erasures` (
	`key` integer PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`at` integer NOT NULL,
	`why` text NOT NULL,
	`erased` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `erasures_by_time` ON `erasures` (`area`,`at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`channel` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`next_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`claimed_until` integer DEFAULT 0 NOT NULL,
	`delivered_at` integer,
	`dead_at` integer,
	`last_fault` text
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`delivered_at`,`dead_at`,`next_at`);--> statement-breakpoint
CREATE INDEX `outbox_by_subject` ON `outbox` (`area`,`subject`);--> statement-breakpoint
CREATE TABLE `area_settings` (
	`area` text PRIMARY KEY NOT NULL,
	`settings` text NOT NULL,
	`version` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_log` (
	`area` text NOT NULL,
	`position` integer NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text,
	`detail` text NOT NULL,
	`previous` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`area`, `position`)
);
--> statement-breakpoint
CREATE INDEX `audit_log_by_entity` ON `audit_log` (`area`,`entity`,`entity_id`);--> statement-breakpoint
CREATE TABLE `desk_members` (
	`area` text NOT NULL,
	`member` text NOT NULL,
	`role` text NOT NULL,
	`given_by` text NOT NULL,
	`given_at` integer NOT NULL,
	PRIMARY KEY(`area`, `member`)
);
--> statement-breakpoint
CREATE TABLE `desk_sessions` (
	`hash` text PRIMARY KEY NOT NULL,
	`member` text NOT NULL,
	`name` text NOT NULL,
	`roles` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE INDEX `desk_sessions_by_member` ON `desk_sessions` (`member`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`service_id` text,
	`origin` text NOT NULL,
	`record` text NOT NULL,
	`state` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text
);
--> statement-breakpoint
CREATE INDEX `drafts_by_state` ON `drafts` (`area`,`state`,`made_at`);--> statement-breakpoint
CREATE TABLE `local_edits` (
	`area` text NOT NULL,
	`service_id` text NOT NULL,
	`field` text NOT NULL,
	`value` text,
	`edited_at` integer NOT NULL,
	`edited_by` text NOT NULL,
	PRIMARY KEY(`area`, `service_id`, `field`)
);
--> statement-breakpoint
CREATE TABLE `merge_proposals` (
	`area` text NOT NULL,
	`service_id` text NOT NULL,
	`other_id` text NOT NULL,
	`reasons` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`state` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	PRIMARY KEY(`area`, `service_id`, `other_id`)
);
--> statement-breakpoint
CREATE TABLE `service_notices` (
	`area` text NOT NULL,
	`service_id` text NOT NULL,
	`kind` text NOT NULL,
	`assured` text NOT NULL,
	`sent_at` integer NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`area`, `service_id`, `kind`, `assured`)
);
--> statement-breakpoint
CREATE TABLE `service_versions` (
	`area` text NOT NULL,
	`service_id` text NOT NULL,
	`version` integer NOT NULL,
	`record` text,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`why` text NOT NULL,
	PRIMARY KEY(`area`, `service_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `single_use_links` (
	`hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`area` text NOT NULL,
	`subject` text NOT NULL,
	`made_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE INDEX `single_use_links_by_subject` ON `single_use_links` (`area`,`subject`);--> statement-breakpoint
CREATE TRIGGER audit_log_is_never_changed BEFORE UPDATE ON audit_log BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER audit_log_is_never_cut BEFORE DELETE ON audit_log BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
