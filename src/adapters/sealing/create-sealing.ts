import { putInBox, takeFromBox } from "#adapters/sealing/boxes.ts";
import { markingKey, type RootKey, readKeyRing, sealingKey } from "#adapters/sealing/key-ring.ts";
import { toBase64, toBase64Url } from "#domain/encoding/base64.ts";
import { AppError } from "#domain/errors.ts";
import type { Clock } from "#ports/clock.ts";
import type { DataKey, DataKeys } from "#ports/data-keys.ts";
import type { KeyKeeping, Sealing } from "#ports/sealing.ts";

type Opened = { readonly id: string; readonly seal: CryptoKey; readonly mark: CryptoKey };

/**
 * Sealing with WebCrypto, on Node and the edge alike. `keys` is CALL_BACK_KEYS: "id:base64", the newest first; null where the
 * environment has none. Data keys are made when an area first needs one.
 */
export function createSealing(dataKeys: DataKeys, keys: string | null, clock: Clock): Sealing & KeyKeeping {
	let read: Promise<readonly RootKey[]> | undefined;
	const opened = new Map<string, Promise<Opened | null>>();
	const ring = () => {
		read ??= keys === null ? Promise.resolve([]) : readKeyRing(keys);
		return read;
	};

	async function newest(): Promise<RootKey> {
		const [root] = await ring();
		if (!root) throw new AppError("UNAVAILABLE", "No key is set to keep personal data with (CALL_BACK_KEYS).");
		return root;
	}

	async function secretOf(key: DataKey): Promise<Uint8Array<ArrayBuffer> | null> {
		const root = (await ring()).find(({ id }) => id === key.wrappedBy);
		return root ? takeFromBox(root.wrap, placeOf(key), key.wrapped) : null;
	}

	async function open(key: DataKey): Promise<Opened | null> {
		const secret = await secretOf(key);
		if (!secret) return null;
		const [seal, mark] = await Promise.all([
			sealingKey(secret, "fingerpost seal"),
			markingKey(secret, "fingerpost mark"),
		]);
		return { id: key.id, seal, mark };
	}

	function openOnce(key: DataKey): Promise<Opened | null> {
		const at = `${key.area}/${key.id}`;
		const known = opened.get(at) ?? open(key);
		opened.set(at, known);
		return known.then((found) => {
			if (!found) opened.delete(at);
			return found;
		});
	}

	async function add(area: string, onlyAsFirst: boolean): Promise<string> {
		const root = await newest();
		const id = toBase64(crypto.getRandomValues(new Uint8Array(9))).replace(/\W/g, "x");
		const place = { area, id };
		const wrapped = await putInBox(root.wrap, placeOf(place), crypto.getRandomValues(new Uint8Array(32)));
		const key = { ...place, wrapped, wrappedBy: root.id, createdAt: clock.now().getTime(), retiredAt: null };
		await dataKeys.add(key, onlyAsFirst);
		return id;
	}

	/** The area's newest key. Two who make the first at once both go on with the same one. */
	async function current(area: string): Promise<Opened> {
		await newest();
		const known = (await dataKeys.current(area)) ?? (await add(area, true).then(() => dataKeys.current(area)));
		const key = known ? await openOnce(known) : null;
		if (!key)
			throw new AppError("UNAVAILABLE", `The data key of ${area} was wrapped with a key that CALL_BACK_KEYS lacks.`);
		return key;
	}

	async function named(area: string, id: string): Promise<Opened | null> {
		const held = opened.get(`${area}/${id}`);
		if (held) return held;
		const key = await dataKeys.find(area, id);
		return key ? openOnce(key) : null;
	}

	return {
		ready: keys !== null,
		seal: async (area, context, text) => {
			const key = await current(area);
			const box = await putInBox(key.seal, [area, context], new TextEncoder().encode(text));
			return { box, with: key.id };
		},
		open: async (area, context, sealed) => {
			const key = await named(area, sealed.with);
			const bytes = key ? await takeFromBox(key.seal, [area, context], sealed.box) : null;
			return bytes ? new TextDecoder().decode(bytes) : null;
		},
		mark: async (area, text, by) => {
			const key = by === undefined ? await current(area) : await named(area, by);
			return key ? { mark: toBase64(await sign(key.mark, text)), with: key.id } : null;
		},
		derive: async (text) => sign((await newest()).derive, text),
		stamp: async (text) => toBase64Url(await sign((await newest()).stamp, text)),
		isOurs: async (text, stamp) => {
			const stamps = await Promise.all((await ring()).map(async (root) => toBase64Url(await sign(root.stamp, text))));
			return stamps.some((ours) => sameText(ours, stamp));
		},
		rewrap: async () => {
			const root = await newest();
			const counts = { rewrapped: 0, already: 0, unreadable: 0 };
			for (const key of await dataKeys.all()) {
				if (key.wrappedBy === root.id) counts.already += 1;
				else {
					const secret = await secretOf(key);
					if (!secret) counts.unreadable += 1;
					else if (await dataKeys.rewrap(key, await putInBox(root.wrap, placeOf(key), secret), root.id))
						counts.rewrapped += 1;
				}
			}
			return counts;
		},
		renew: async (area) => {
			const id = await add(area, false);
			await dataKeys.retireOthers(area, id, clock.now().getTime());
			return id;
		},
		clear: () => dataKeys.clearUnused(),
		list: async () =>
			(await dataKeys.all()).map(({ area, id, wrappedBy, retiredAt }) => ({
				area,
				id,
				wrappedBy,
				retired: retiredAt !== null,
			})),
	};
}

function placeOf({ area, id }: Pick<DataKey, "area" | "id">): readonly string[] {
	return ["data key", area, id];
}

async function sign(key: CryptoKey, text: string): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text)));
}

/** In the same time wherever they differ, so that a stamp cannot be guessed letter by letter. */
function sameText(one: string, other: string): boolean {
	let differs = one.length ^ other.length;
	for (let at = 0; at < one.length; at += 1) differs |= one.charCodeAt(at) ^ other.charCodeAt(at % (other.length || 1));
	return differs === 0;
}
