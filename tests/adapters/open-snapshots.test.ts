import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createOpenSnapshots, MOST_BYTES } from "#adapters/open-snapshots.ts";
import { openSnapshot } from "#domain/directory/search/snapshot.ts";
import type { Snapshots, StoredSnapshot } from "#ports/snapshots.ts";
import { snapshotBytes } from "#tests/domain/directory/search/small-vocabulary.ts";
import { aService } from "#tests/support/directory.ts";

/** A store in memory that can be taken away, and counts how often a snapshot is fetched. */
function aStore() {
	const stored = new Map<string, StoredSnapshot>();
	const state = { away: false, loads: 0 };
	const reached = <Value>(value: Value) => (state.away ? Promise.reject(new Error("away")) : Promise.resolve(value));
	const snapshots: Snapshots = {
		version: (area) => reached(stored.get(area)?.version ?? null),
		publishedAt: () => reached(null),
		load: (area) => {
			state.loads += 1;
			return reached(stored.get(area) ?? null);
		},
		publish: (area, bytes, checksum) => {
			const version = (stored.get(area)?.version ?? 0) + 1;
			stored.set(area, { version, bytes, checksum });
			return reached(version);
		},
	};
	return { snapshots, state, stored };
}

function aHolder(mostBytes = MOST_BYTES) {
	const store = aStore();
	const time = { now: 0 };
	const work: Promise<void>[] = [];
	const open = createOpenSnapshots({
		snapshots: store.snapshots,
		clock: { now: () => new Date(time.now) },
		later: (job) => void work.push(job),
		mostBytes,
	});
	const services = async (area: string) => {
		const found = await open.of(area);
		return found.kind === "open" ? found.snapshot.size : found.kind;
	};
	const settle = () => Promise.all(work);
	return { ...store, time, services, settle };
}

const bytesOf = (count: number) => snapshotBytes(Array.from({ length: count }, (_, number) => aService(number)));
const footprint = (count: number) => {
	const opened = openSnapshot(bytesOf(count));
	return opened.kind === "snapshot" ? opened.footprint : 0;
};

test("a new version is noticed within a minute, and no request waits for it", async () => {
	const { snapshots, services, time, settle, state } = aHolder();
	await snapshots.publish("a", bytesOf(1), "", new Date(0));
	expect(await services("a")).toBe(1);
	await snapshots.publish("a", bytesOf(2), "", new Date(0));
	time.now = 59_999;
	expect(await services("a")).toBe(1);
	expect(state.loads).toBe(1);
	time.now = 60_000;
	expect(await services("a")).toBe(1);
	await settle();
	expect(await services("a")).toBe(2);
});

test("with the database away, or a damaged snapshot in it, the last good one serves on", async () => {
	const { snapshots, services, time, settle, state, stored } = aHolder();
	await snapshots.publish("a", bytesOf(3), "", new Date(0));
	expect(await services("a")).toBe(3);
	state.away = true;
	time.now = 120_000;
	expect(await services("a")).toBe(3);
	await settle();
	state.away = false;
	stored.set("a", { version: 9, bytes: bytesOf(4).subarray(0, 100), checksum: "" });
	time.now = 240_000;
	expect(await services("a")).toBe(3);
	await settle();
	expect(await services("a")).toBe(3);
});

test("with nothing to serve the answer is an honest one", async () => {
	const { services, state } = aHolder();
	expect(await services("a")).toBe("none");
	state.away = true;
	expect(await services("a")).toBe("unavailable");
});

test("what is held never passes the bound, and the one not asked for longest goes first", async () => {
	const one = footprint(20);
	await fc.assert(
		fc.asyncProperty(fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 30 }), async (asked) => {
			const { snapshots, services, state } = aHolder(one * 2.5);
			for (const area of ["a", "b", "c", "d"]) await snapshots.publish(area, bytesOf(20), "", new Date(0));
			let recent: string[] = [];
			for (const area of asked) {
				const before = state.loads;
				expect(await services(area)).toBe(20);
				expect(state.loads - before).toBe(recent.includes(area) ? 0 : 1);
				recent = [area, ...recent.filter((each) => each !== area)].slice(0, 2);
			}
		}),
		{ numRuns: 30 },
	);
});

test("one that is too large by itself serves without being held", async () => {
	const { snapshots, services, state } = aHolder(1000);
	await snapshots.publish("a", bytesOf(20), "", new Date(0));
	expect([await services("a"), await services("a")]).toEqual([20, 20]);
	expect(state.loads).toBe(2);
});

test("sixty megabytes are the most that one isolate holds", () => {
	expect(MOST_BYTES).toBeLessThanOrEqual(60 * 1024 * 1024);
});
