import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callerBehind, networkOf } from "#domain/limits/network-of.ts";

describe("the network of an address", () => {
	test.each([
		["198.51.100.7", "198.51.100.7"],
		["::ffff:198.51.100.7", "198.51.100.7"],
		["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
		["2001:db8:1:2::9", "2001:db8:1:2::/64"],
		["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
		["2001:db8::1", "2001:db8:0:0::/64"],
		["::1", "0:0:0:0::/64"],
		["fe80::1%eth0", "fe80:0:0:0::/64"],
	])("%s is of %s", (address, network) => {
		expect(networkOf(address)).toBe(network);
	});

	test("of two addresses of one home is one, and any text gives one of bounded length", () => {
		fc.assert(
			fc.property(fc.ipV6(), fc.string({ maxLength: 5000 }), (address, text) => {
				expect(networkOf(address)).toBe(networkOf(address.toUpperCase()));
				expect(networkOf(text).length).toBeLessThanOrEqual(70);
			}),
		);
	});
});

describe("who asks behind machines of our own", () => {
	test("is the connection where none is trusted, whatever a caller writes", () => {
		expect(callerBehind(0, "1.2.3.4", "198.51.100.7")).toBe("198.51.100.7");
		expect(callerBehind(0, null, "198.51.100.7")).toBe("198.51.100.7");
	});

	test("is what the outermost of them saw; what the caller wrote itself is not believed", () => {
		expect(callerBehind(1, "6.6.6.6, 203.0.113.9", "127.0.0.1")).toBe("203.0.113.9");
		expect(callerBehind(2, "6.6.6.6, 203.0.113.9, 10.0.0.2", "127.0.0.1")).toBe("203.0.113.9");
		expect(callerBehind(2, "203.0.113.9", "127.0.0.1")).toBe("127.0.0.1");
		expect(callerBehind(1, "", "127.0.0.1")).toBe("127.0.0.1");
	});
});
