import { describe, expect, test } from "vitest";
import { createAreas } from "#adapters/libsql/areas.ts";
import { databaseKinds, migratedDatabase } from "#tests/support/database.ts";

describe.each(databaseKinds)("areas on an %s", (kind) => {
	test("come back as they were saved, changed or not, in the order of their names", async () => {
		const { client, close } = await migratedDatabase(kind);
		const areas = createAreas(client);
		expect(await areas.find("zed")).toBeNull();
		await areas.save({ slug: "zed", name: "Zed", demonstration: true });
		await areas.save({ slug: "otter", name: "Otter", gss_code: "E09000099", demonstration: false });
		await areas.save({ slug: "zed", name: "Alpha", demonstration: true });
		expect(await areas.find("zed")).toEqual({ slug: "zed", name: "Alpha", demonstration: true });
		expect((await areas.list()).map((area) => area.name)).toEqual(["Alpha", "Otter"]);
		expect(await areas.find("otter")).toMatchObject({ gss_code: "E09000099" });
		await close();
	});
});
