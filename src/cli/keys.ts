import { callBackKeys, DEVELOPMENT_KEYS, keepKeys, newKey } from "#cli/call-back-keys.ts";
import { openDirectory } from "#cli/open-directory.ts";
import { AreaSlug } from "#domain/directory/area.ts";
import { type Env, readEnv } from "#env.ts";
import type { Dependencies } from "#ports.ts";

const USAGE = `npm run keys -- COMMAND

  make            prints a new key, to be put in front of CALL_BACK_KEYS
  list            which data keys there are, and which key of the environment wraps each
  rotate          wraps every data key with the first key of CALL_BACK_KEYS; in development it makes that key as well
  renew AREA      gives an area a new data key for what comes; what was sealed before opens on
  clear           takes out data keys that nothing is sealed with any more`;

export type KeysIo = {
	readonly print: (line: string) => void;
	/** Opens the database. Null where it cannot be opened (said already). */
	readonly open: () => Promise<Pick<Dependencies, "sealing"> | null>;
	/** In development: puts a new key in front of those in the file. */
	readonly addDevelopmentKey: () => Promise<void>;
	readonly development: boolean;
	/** An id that no key has yet. */
	readonly newId: () => string;
};

/** `npm run keys`: the keys that requests to be rung back are kept with. Answers the exit code. */
export async function main(argv: readonly string[], io: KeysIo): Promise<number> {
	const [command, area] = argv;
	switch (command) {
		case "make":
			io.print(newKey(io.newId()));
			return 0;
		case "rotate":
			if (io.development) await io.addDevelopmentKey();
			return withKeys(io, async ({ sealing }) => {
				const { rewrapped, already, unreadable } = await sealing.rewrap();
				io.print(`${rewrapped} data keys were wrapped anew, ${already} were already.`);
				if (unreadable === 0) return 0;
				io.print(
					`${unreadable} were wrapped with a key that CALL_BACK_KEYS lacks. Put that key back, behind the new one.`,
				);
				return 1;
			});
		case "renew":
			if (!AreaSlug.safeParse(area).success) break;
			return withKeys(io, async ({ sealing }) => {
				io.print(`${area} seals with the data key ${await sealing.renew(area ?? "")} from now on.`);
				return 0;
			});
		case "clear":
			return withKeys(io, async ({ sealing }) => {
				io.print(`${await sealing.clear()} data keys were taken out.`);
				return 0;
			});
		case "list":
			return withKeys(io, async ({ sealing }) => {
				for (const key of await sealing.list())
					io.print(`${key.area}  ${key.id}  wrapped by ${key.wrappedBy}${key.retired ? "  retired" : ""}`);
				return 0;
			});
	}
	io.print(USAGE);
	return command === "--help" ? 0 : 2;
}

async function withKeys(io: KeysIo, work: (deps: Pick<Dependencies, "sealing">) => Promise<number>): Promise<number> {
	const deps = await io.open();
	if (deps === null) return 1;
	if (deps.sealing.ready) return work(deps);
	io.print("No key is set. Make one with: npm run keys -- make, and put it in CALL_BACK_KEYS.");
	return 1;
}

/** A new key in front of those of the file that development keeps. */
async function addDevelopmentKey(env: Env, id: string): Promise<void> {
	await keepKeys(DEVELOPMENT_KEYS, `${newKey(id)},${await callBackKeys(env)}`);
}

if (import.meta.filename === process.argv[1]) {
	const env = readEnv(process.env);
	const print = (line: string) => console.log(line);
	const newId = () => `k${new Date().toISOString().slice(0, 19).replace(/\D/g, "")}`;
	process.exitCode = await main(process.argv.slice(2), {
		print,
		open: () => openDirectory(print),
		addDevelopmentKey: () => addDevelopmentKey(env, newId()),
		development: env.ENVIRONMENT !== "production" && env.CALL_BACK_KEYS === undefined,
		newId,
	});
}
