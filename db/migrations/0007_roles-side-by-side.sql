CREATE TABLE `__new_desk_members` (
	`area` text NOT NULL,
	`member` text NOT NULL,
	`role` text NOT NULL,
	`given_by` text NOT NULL,
	`given_at` integer NOT NULL,
	PRIMARY KEY(`area`, `member`, `role`)
);
--> statement-breakpoint
INSERT INTO `__new_desk_members`("area", "member", "role", "given_by", "given_at") SELECT "area", "member", "role", "given_by", "given_at" FROM `desk_members`;--> statement-breakpoint
DROP TABLE `desk_members`;--> statement-breakpoint
ALTER TABLE `__new_desk_members` RENAME TO `desk_members`;
