import type { SealedText } from "#domain/directory/area-settings.ts";

/** A keyed hash of a text, and the data key that made it. */
export type Mark = { readonly mark: string; readonly with: string };

/**
 * Keeps texts so that only a key of the environment opens them: what personal data may be stored with. Each area has data keys
 * of its own, each wrapped by a key that the database never holds.
 */
export type Sealing = {
	/** False where the environment has no key: then nothing may be taken that must be sealed. */
	readonly ready: boolean;
	/** `context` is where the text stands, such as a reference and a column: a text moved elsewhere does not open. */
	readonly seal: (area: string, context: string, text: string) => Promise<SealedText>;
	/** Null where it was changed, moved or sealed with a key that is gone. */
	readonly open: (area: string, context: string, sealed: SealedText) => Promise<string | null>;
	/** A keyed hash by the area's data key: by the newest, or by the one named. Null where that key is gone. */
	readonly mark: (area: string, text: string, by?: string) => Promise<Mark | null>;
	/** 32 bytes that follow from the text and that nobody without the key can foresee. */
	readonly derive: (text: string) => Promise<Uint8Array>;
	/** A short proof that a text came from us. */
	readonly stamp: (text: string) => Promise<string>;
	readonly isOurs: (text: string, stamp: string) => Promise<boolean>;
};

/** What the keeper of the keys does, on the command line. */
export type KeyKeeping = {
	/** Wraps every data key with the newest key of the environment. `unreadable` were wrapped by a key that is not there. */
	readonly rewrap: () => Promise<{ readonly rewrapped: number; readonly already: number; readonly unreadable: number }>;
	/** A new data key for what comes; the others still open what they sealed. */
	readonly renew: (area: string) => Promise<string>;
	/** Takes out retired data keys that nothing is sealed with any more. */
	readonly clear: () => Promise<number>;
	readonly list: () => Promise<
		readonly { readonly area: string; readonly id: string; readonly wrappedBy: string; readonly retired: boolean }[]
	>;
};
