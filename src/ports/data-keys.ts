/** An area's key as the database holds it: wrapped. */
export type DataKey = {
	readonly area: string;
	readonly id: string;
	/** Base64 of the nonce and the wrapped key. */
	readonly wrapped: string;
	/** Which key of the environment wrapped it. */
	readonly wrappedBy: string;
	readonly createdAt: number;
	readonly retiredAt: number | null;
};

export type DataKeys = {
	/** The newest that is not retired. */
	readonly current: (area: string) => Promise<DataKey | null>;
	readonly find: (area: string, id: string) => Promise<DataKey | null>;
	/** `onlyAsFirst`: nothing happens where the area has a key in use, so that two who make the first make one. */
	readonly add: (key: DataKey, onlyAsFirst: boolean) => Promise<void>;
	readonly all: () => Promise<readonly DataKey[]>;
	/** Puts another wrapping in place; nothing happens where it was changed meanwhile. */
	readonly rewrap: (key: DataKey, wrapped: string, wrappedBy: string) => Promise<boolean>;
	/** Every key of the area but this one is no longer used for what is new. */
	readonly retireOthers: (area: string, id: string, at: number) => Promise<void>;
	/** Takes out retired keys that nothing is sealed with any more. Answers how many. */
	readonly clearUnused: () => Promise<number>;
};
