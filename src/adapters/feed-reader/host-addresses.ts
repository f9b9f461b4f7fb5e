import { lookup } from "node:dns/promises";

/** The addresses behind a name as this machine sees them; none where the name is not known. Only for Node. */
export async function addressesOf(host: string): Promise<readonly string[]> {
	const found = await lookup(host, { all: true }).catch(() => []);
	return found.map(({ address }) => address);
}
