CREATE TABLE `place_tables` (
	`version` integer PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`made_at` integer NOT NULL,
	`bytes` blob NOT NULL
);
