CREATE TABLE `service_reports` (
	`area` text NOT NULL,
	`service_id` text NOT NULL,
	`reason` text NOT NULL,
	`day` text NOT NULL,
	`reports` integer NOT NULL,
	PRIMARY KEY(`area`, `service_id`, `reason`, `day`),
	FOREIGN KEY (`area`) REFERENCES `areas`(`slug`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `feeds` ADD `every_hours` integer;--> statement-breakpoint
ALTER TABLE `feeds` ADD `due_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `feeds` ADD `claimed_until` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `feeds` ADD `failures` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `feeds` ADD `allowed_run` integer;--> statement-breakpoint
CREATE INDEX `feeds_by_due` ON `feeds` (`due_at`);--> statement-breakpoint
ALTER TABLE `feed_runs` ADD `outcome` text DEFAULT 'imported' NOT NULL;--> statement-breakpoint
ALTER TABLE `feed_runs` ADD `reason` text;