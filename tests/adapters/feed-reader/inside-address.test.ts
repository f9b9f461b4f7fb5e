import { BlockList, isIP } from "node:net";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isAddress, isInside } from "#adapters/feed-reader/inside-address.ts";

test.each([
	"127.0.0.1",
	"10.1.2.3",
	"172.31.0.1",
	"192.168.1.1",
	"169.254.169.254",
	"100.64.0.1",
	"0.0.0.0",
	"255.255.255.255",
	"::1",
	"::",
	"::ffff:10.0.0.1",
	"::ffff:7f00:1",
	"64:ff9b::a00:1",
	"2002:a00:1::",
	"fd12::1",
	"fe80::1",
	"fe80::1%eth0",
	"ff02::1",
	"no address",
])("%s is inside", (address) => expect(isInside(address)).toBe(true));

test.each(["8.8.8.8", "172.32.0.1", "100.128.0.1", "2001:4860:4860::8888", "::ffff:8.8.8.8"])("%s is open", (address) =>
	expect(isInside(address)).toBe(false),
);

test("what Node takes for an address, and only that, is one; both agree on what is inside", () => {
	const private4 = new BlockList();
	private4.addSubnet("10.0.0.0", 8, "ipv4");
	private4.addSubnet("192.168.0.0", 16, "ipv4");
	fc.assert(
		fc.property(
			fc.oneof(fc.ipV4(), fc.ipV6(), fc.string({ unit: fc.constantFrom(..."0129af:."), maxLength: 24 })),
			(text) => {
				expect([text, isAddress(text)]).toEqual([text, isIP(text) !== 0]);
				if (isIP(text) === 4 && private4.check(text)) expect(isInside(text)).toBe(true);
			},
		),
		{ numRuns: 2000 },
	);
});
