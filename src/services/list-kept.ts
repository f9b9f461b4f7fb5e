import type { Service } from "#domain/directory/service.ts";
import type { Dependencies } from "#ports.ts";

/** The services of a person's own list, in its order, as the public may see them. Those that are gone are left out. */
export async function listKept(
	{ feed }: Pick<Dependencies, "feed">,
	area: string,
	ids: readonly string[],
): Promise<readonly Service[]> {
	const found = await Promise.all(ids.map((id) => feed.service(area, id)));
	return found.filter((service) => service !== null).filter(({ status }) => status !== "defunct");
}
