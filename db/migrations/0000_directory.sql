CREATE TABLE `areas` (
	`slug` text PRIMARY KEY NOT NULL,
	`gss_code` text,
	`name` text NOT NULL,
	`demonstration` integer NOT NULL,
	`contacts` text DEFAULT '[]' NOT NULL,
	`hours` text,
	`feed_version` integer DEFAULT 0 NOT NULL,
	`feed_changed_at` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `feeds` (
	`area` text NOT NULL,
	`source` text NOT NULL,
	`format` text NOT NULL,
	`taxonomy_hash` text DEFAULT '' NOT NULL,
	`last_run_at` integer NOT NULL,
	PRIMARY KEY(`area`, `source`),
	FOREIGN KEY (`area`) REFERENCES `areas`(`slug`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `locations` (
	`area` text NOT NULL,
	`id` text NOT NULL,
	`location_type` text NOT NULL,
	`name` text,
	`alternate_name` text,
	`description` text,
	`transportation` text,
	`url` text,
	`latitude` real,
	`longitude` real,
	`masked` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`area`, `id`),
	FOREIGN KEY (`area`) REFERENCES `areas`(`slug`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `locations_by_point` ON `locations` (`area`,`latitude`);--> statement-breakpoint
CREATE TABLE `organizations` (
	`area` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`alternate_name` text,
	`description` text NOT NULL,
	`email` text,
	`website` text,
	`logo` text,
	`uri` text,
	PRIMARY KEY(`area`, `id`),
	FOREIGN KEY (`area`) REFERENCES `areas`(`slug`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `service_at_locations` (
	`key` integer PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`service_id` text NOT NULL,
	`id` text NOT NULL,
	`location_id` text NOT NULL,
	`description` text,
	FOREIGN KEY (`area`,`service_id`) REFERENCES `services`(`area`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`area`,`location_id`) REFERENCES `locations`(`area`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `service_at_locations_within` ON `service_at_locations` (`area`,`service_id`,`id`);--> statement-breakpoint
CREATE INDEX `service_at_locations_by_id` ON `service_at_locations` (`area`,`id`);--> statement-breakpoint
CREATE INDEX `service_at_locations_by_location` ON `service_at_locations` (`area`,`location_id`);--> statement-breakpoint
CREATE TABLE `services` (
	`key` integer PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`id` text NOT NULL,
	`organization_id` text NOT NULL,
	`name` text NOT NULL,
	`alternate_name` text,
	`description` text,
	`url` text,
	`email` text,
	`status` text NOT NULL,
	`interpretation_services` text,
	`application_process` text,
	`fees_description` text,
	`wait_time` text,
	`accreditations` text,
	`eligibility_description` text,
	`minimum_age` real,
	`maximum_age` real,
	`assured_date` text,
	`last_modified` integer NOT NULL,
	`alert` text,
	`assurer` text,
	`notes` text,
	`archived` integer DEFAULT false NOT NULL,
	`external_ids` text,
	`source` text,
	`content_hash` text,
	`missing_runs` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`area`) REFERENCES `areas`(`slug`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`area`,`organization_id`) REFERENCES `organizations`(`area`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`area`,`source`) REFERENCES `feeds`(`area`,`source`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `services_area_id` ON `services` (`area`,`id`);--> statement-breakpoint
CREATE INDEX `services_by_name` ON `services` (`area`,"name" collate nocase,`id`);--> statement-breakpoint
CREATE INDEX `services_by_change` ON `services` (`area`,`last_modified`);--> statement-breakpoint
CREATE INDEX `services_by_organization` ON `services` (`area`,`organization_id`);--> statement-breakpoint
CREATE TABLE `taxonomies` (
	`area` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`uri` text,
	`version` text,
	PRIMARY KEY(`area`, `id`),
	FOREIGN KEY (`area`) REFERENCES `areas`(`slug`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `taxonomy_terms` (
	`area` text NOT NULL,
	`id` text NOT NULL,
	`code` text,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`parent_id` text,
	`taxonomy` text,
	`taxonomy_id` text,
	`language` text,
	`term_uri` text,
	PRIMARY KEY(`area`, `id`),
	FOREIGN KEY (`area`) REFERENCES `areas`(`slug`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`area`,`taxonomy_id`) REFERENCES `taxonomies`(`area`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `taxonomy_terms_by_parent` ON `taxonomy_terms` (`area`,`parent_id`);--> statement-breakpoint
CREATE TABLE `accessibility` (
	`key` integer PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`location_id` text NOT NULL,
	`id` text NOT NULL,
	`description` text,
	`details` text,
	`url` text,
	FOREIGN KEY (`area`,`location_id`) REFERENCES `locations`(`area`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `accessibility_by_location` ON `accessibility` (`area`,`location_id`);--> statement-breakpoint
CREATE TABLE `addresses` (
	`key` integer PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`location_id` text NOT NULL,
	`id` text NOT NULL,
	`attention` text,
	`address_1` text NOT NULL,
	`address_2` text,
	`city` text NOT NULL,
	`region` text,
	`state_province` text NOT NULL,
	`postal_code` text NOT NULL,
	`country` text NOT NULL,
	`address_type` text NOT NULL,
	`postcode` text NOT NULL,
	`outcode` text NOT NULL,
	FOREIGN KEY (`area`,`location_id`) REFERENCES `locations`(`area`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `addresses_by_location` ON `addresses` (`area`,`location_id`);--> statement-breakpoint
CREATE INDEX `addresses_by_postcode` ON `addresses` (`postcode`);--> statement-breakpoint
CREATE INDEX `addresses_by_outcode` ON `addresses` (`outcode`);--> statement-breakpoint
CREATE TABLE `attributes` (
	`key` integer PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`service_id` text NOT NULL,
	`id` text NOT NULL,
	`link_type` text,
	`value` text,
	`label` text,
	`taxonomy_term_id` text NOT NULL,
	FOREIGN KEY (`area`,`service_id`) REFERENCES `services`(`area`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`area`,`taxonomy_term_id`) REFERENCES `taxonomy_terms`(`area`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attributes_by_service` ON `attributes` (`area`,`service_id`);--> statement-breakpoint
CREATE INDEX `attributes_by_term` ON `attributes` (`area`,`taxonomy_term_id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`key` integer PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`service_id` text NOT NULL,
	`id` text NOT NULL,
	`service_at_location_id` text,
	`name` text,
	`title` text,
	`department` text,
	`email` text,
	FOREIGN KEY (`area`,`service_id`) REFERENCES `services`(`area`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `contacts_by_service` ON `contacts` (`area`,`service_id`);--> statement-breakpoint
CREATE TABLE `cost_options` (
	`key` integer PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`service_id` text NOT NULL,
	`id` text NOT NULL,
	`valid_from` text,
	`valid_to` text,
	`option` text,
	`currency` text,
	`amount` real,
	`amount_description` text,
	FOREIGN KEY (`area`,`service_id`) REFERENCES `services`(`area`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `cost_options_by_service` ON `cost_options` (`area`,`service_id`);--> statement-breakpoint
CREATE TABLE `languages` (
	`key` integer PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`service_id` text,
	`location_id` text,
	`id` text NOT NULL,
	`name` text,
	`code` text,
	`note` text,
	FOREIGN KEY (`area`,`service_id`) REFERENCES `services`(`area`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`area`,`location_id`) REFERENCES `locations`(`area`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "languages_have_one_owner" CHECK((service_id is null) <> (location_id is null))
);
--> statement-breakpoint
CREATE INDEX `languages_by_service` ON `languages` (`area`,`service_id`);--> statement-breakpoint
CREATE INDEX `languages_by_location` ON `languages` (`area`,`location_id`);--> statement-breakpoint
CREATE TABLE `phones` (
	`key` integer PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`service_id` text,
	`location_id` text,
	`id` text NOT NULL,
	`service_at_location_id` text,
	`contact_id` text,
	`number` text NOT NULL,
	`extension` integer,
	`type` text,
	`description` text,
	`languages` text,
	FOREIGN KEY (`area`,`service_id`) REFERENCES `services`(`area`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`area`,`location_id`) REFERENCES `locations`(`area`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "phones_have_one_owner" CHECK((service_id is null) <> (location_id is null))
);
--> statement-breakpoint
CREATE INDEX `phones_by_service` ON `phones` (`area`,`service_id`);--> statement-breakpoint
CREATE INDEX `phones_by_location` ON `phones` (`area`,`location_id`);--> statement-breakpoint
CREATE TABLE `schedules` (
	`key` integer PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`service_id` text NOT NULL,
	`id` text NOT NULL,
	`service_at_location_id` text,
	`freq` text,
	`interval` integer,
	`byday` text,
	`bymonthday` text,
	`byweekno` text,
	`byyearday` text,
	`dtstart` text,
	`until` text,
	`count` integer,
	`wkst` text,
	`timezone` real,
	`valid_from` text,
	`valid_to` text,
	`opens_at` text,
	`closes_at` text,
	`schedule_link` text,
	`attending_type` text,
	`notes` text,
	`description` text,
	`exceptions` text,
	FOREIGN KEY (`area`,`service_id`) REFERENCES `services`(`area`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `schedules_by_service` ON `schedules` (`area`,`service_id`);--> statement-breakpoint
CREATE TABLE `service_areas` (
	`key` integer PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`service_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text,
	`description` text,
	`extent` text,
	`extent_type` text,
	`uri` text,
	FOREIGN KEY (`area`,`service_id`) REFERENCES `services`(`area`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `service_areas_by_service` ON `service_areas` (`area`,`service_id`);--> statement-breakpoint
CREATE TABLE `audit` (
	`key` integer PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text,
	`detail` text,
	FOREIGN KEY (`area`) REFERENCES `areas`(`slug`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `audit_by_time` ON `audit` (`area`,`at`);--> statement-breakpoint
CREATE TABLE `feed_run_notes` (
	`run` integer NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`notes` text NOT NULL,
	PRIMARY KEY(`run`, `position`),
	FOREIGN KEY (`run`) REFERENCES `feed_runs`(`key`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `feed_runs` (
	`key` integer PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`source` text NOT NULL,
	`ran_at` integer NOT NULL,
	`format` text NOT NULL,
	`counts` text NOT NULL,
	FOREIGN KEY (`area`,`source`) REFERENCES `feeds`(`area`,`source`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `feed_runs_feed` ON `feed_runs` (`area`,`source`,`ran_at`);--> statement-breakpoint
CREATE TABLE `import_pieces` (
	`run` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`rows` text NOT NULL,
	`staged_at` integer NOT NULL,
	PRIMARY KEY(`run`, `position`)
);
--> statement-breakpoint
CREATE TABLE `snapshot_pieces` (
	`token` text NOT NULL,
	`position` integer NOT NULL,
	`bytes` blob NOT NULL,
	`written_at` integer NOT NULL,
	PRIMARY KEY(`token`, `position`)
);
--> statement-breakpoint
CREATE TABLE `snapshots` (
	`area` text NOT NULL,
	`version` integer NOT NULL,
	`token` text NOT NULL,
	`checksum` text NOT NULL,
	`size` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`area`, `version`),
	FOREIGN KEY (`area`) REFERENCES `areas`(`slug`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `snapshots_token_unique` ON `snapshots` (`token`);--> statement-breakpoint
CREATE TABLE `tombstones` (
	`area` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`organization_id` text NOT NULL,
	`organization_name` text NOT NULL,
	`organization_description` text NOT NULL,
	`deleted_at` integer NOT NULL,
	PRIMARY KEY(`area`, `id`),
	FOREIGN KEY (`area`) REFERENCES `areas`(`slug`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `tombstones_by_time` ON `tombstones` (`area`,`deleted_at`);