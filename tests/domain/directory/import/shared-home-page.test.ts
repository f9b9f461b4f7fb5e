import { expect, test } from "vitest";
import { batchOf } from "./reading.ts";

type Given = { url?: string; website?: string; organization?: string };
const services = (given: readonly Given[]) =>
	batchOf({
		"services.json": given.map(({ url, website, organization }, index) => ({
			id: `s${index}`,
			name: `Club ${index}`,
			status: "active",
			url,
			organization: {
				id: organization ?? `o${index}`,
				name: `Group ${organization ?? index}`,
				description: "x",
				website,
			},
		})),
	});
const repeat = (count: number, given: Given) => Array.from({ length: count }, () => given);

test("an address that five unrelated services or more share, a fifth of all, is the directory's and is left out", () => {
	const batch = services([
		...repeat(5, { url: "https://directory.example.org/" }),
		...repeat(5, {}),
		{ url: "https://www.directory.example.org" },
	]);
	expect(batch.services.every((service) => service.url === undefined)).toBe(true);
	expect(batch.repairs.filter((repair) => repair.rule === "directory's home page left out")).toHaveLength(6);
});

test("four services, or a smaller share, may share an address", () => {
	const four = services([...repeat(4, { url: "https://directory.example.org" }), ...repeat(4, {})]);
	expect(four.services.filter((service) => service.url !== undefined)).toHaveLength(4);
	const share = services([...repeat(6, { url: "https://directory.example.org" }), ...repeat(24, {})]);
	expect(share.services.filter((service) => service.url !== undefined)).toHaveLength(6);
});

test("pages of one host that differ are the services' own", () => {
	const batch = services(
		Array.from({ length: 9 }, (_, index) => ({ url: `https://directory.example.org/club/${index}` })),
	);
	expect(batch.services.every((service) => service.url !== undefined)).toBe(true);
});

test("an address on the organisation's own host stays, however many services it runs", () => {
	const own = {
		url: "https://harbour.example.org",
		website: "https://www.harbour.example.org",
		organization: "harbour",
	};
	expect(services(repeat(8, own)).services.every((service) => service.url !== undefined)).toBe(true);
});

test("an address that stands as the website of many organisations is nobody's", () => {
	const batch = services(repeat(8, { url: "https://directory.example.org", website: "https://directory.example.org" }));
	expect(
		batch.services.every((service) => service.url === undefined && service.organization.website === undefined),
	).toBe(true);
});
