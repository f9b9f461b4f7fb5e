import { expect, test } from "vitest";
import { publicView } from "#domain/directory/public-view.ts";
import { aService } from "#tests/support/directory.ts";

test.each([
	"javascript:alert(1)",
	" JavaScript:alert(1)",
	"java\tscript:alert(1)",
	"\u0001data:text/html,x",
	"vbscript:x",
])("%j goes out as no link of a service or its organisation", (link) => {
	const organization = { id: "o", name: "Riverside Trust", description: "A charity.", website: link };
	const shown = publicView(aService(1, { url: link, organization }));
	expect(shown?.url).toBeUndefined();
	expect(shown?.organization).toEqual({ id: "o", name: "Riverside Trust", description: "A charity." });
});

test("a web page goes out as it is", () => {
	expect(publicView(aService(1, { url: "https://example.org/data:x" }))?.url).toBe("https://example.org/data:x");
});
