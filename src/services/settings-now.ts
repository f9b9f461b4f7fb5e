import type { Dependencies } from "#ports.ts";
import { type AreaProfile, areaProfile } from "#services/area-profile.ts";

/** An area with its settings as they stand in the database at this moment, for whoever is about to change them. Null where there is no such area. */
export function settingsNow(
	{ content, areas, areaSettings }: Pick<Dependencies, "content" | "areas" | "areaSettings">,
	area: string,
): Promise<AreaProfile | null> {
	return areaProfile({ content, areas, areaSettings: { ...areaSettings, of: areaSettings.read } }, area);
}
