-- Full text over services, kept by triggers. The row number is services.key.
CREATE VIRTUAL TABLE service_search USING fts5(
	name,
	organization,
	description,
	tokenize = 'porter unicode61 remove_diacritics 2',
	prefix = '2 3'
);
--> statement-breakpoint
INSERT INTO service_search (rowid, name, organization, description)
SELECT s.key, s.name || coalesce(' ' || s.alternate_name, ''), o.name, s.description
FROM services s JOIN organizations o ON o.area = s.area AND o.id = s.organization_id;
--> statement-breakpoint
CREATE TRIGGER services_search_insert AFTER INSERT ON services BEGIN
	INSERT INTO service_search (rowid, name, organization, description)
	SELECT new.key, new.name || coalesce(' ' || new.alternate_name, ''), o.name, new.description
	FROM organizations o WHERE o.area = new.area AND o.id = new.organization_id;
END;
--> statement-breakpoint
CREATE TRIGGER services_search_delete AFTER DELETE ON services BEGIN
	DELETE FROM service_search WHERE rowid = old.key;
END;
--> statement-breakpoint
CREATE TRIGGER services_search_update AFTER UPDATE OF name, alternate_name, description, organization_id ON services BEGIN
	UPDATE service_search SET
		name = new.name || coalesce(' ' || new.alternate_name, ''),
		organization = (SELECT o.name FROM organizations o WHERE o.area = new.area AND o.id = new.organization_id),
		description = new.description
	WHERE rowid = new.key;
END;
--> statement-breakpoint
CREATE TRIGGER organizations_search_update AFTER UPDATE OF name ON organizations WHEN old.name <> new.name BEGIN
	UPDATE service_search SET organization = new.name
	WHERE rowid IN (SELECT key FROM services WHERE area = new.area AND organization_id = new.id);
END;
