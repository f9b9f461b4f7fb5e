import { connect } from "node:net";
import { expect, test } from "vitest";

test("a test that reaches for another host is stopped before a packet leaves", async () => {
	await expect(fetch("http://192.0.2.1/")).rejects.toMatchObject({
		cause: { message: expect.stringContaining("stay on") },
	});
	expect(() => connect({ host: "example.org", port: 80 })).toThrow("Tests stay on this machine");
	expect(() => connect(80, "192.0.2.1")).toThrow("Tests stay on this machine");
});
