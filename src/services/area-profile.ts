import type { RouteSource } from "#domain/conversation/route.ts";
import type { Area } from "#domain/directory/area.ts";
import type { AreaSettings } from "#domain/directory/area-settings.ts";
import type { Hours } from "#domain/hours/hours.ts";
import type { Dependencies } from "#ports.ts";

/** An area as it stands: its file, with what was set at the desk laid over it. */
export type AreaProfile = {
	readonly area: Area;
	readonly routes: readonly RouteSource[];
	/** Null where nobody said when the early help team answers. */
	readonly early_help_hours: Hours | null;
	readonly theme: { readonly accent: string } | null;
	readonly languages: readonly string[];
	readonly settings: AreaSettings;
	/** 0 where nothing was set, or where it could not be read. */
	readonly version: number;
};

/**
 * What is known of an area; null where there is none. One that stands only in the database works as one that is compiled into
 * the build. Never throws: people must be reachable whatever is down.
 */
export async function areaProfile(
	deps: Pick<Dependencies, "content" | "areas" | "areaSettings">,
	slug: string,
): Promise<AreaProfile | null> {
	const compiled = deps.content.area(slug);
	const area = compiled ?? (await deps.areas.find(slug).catch(() => null));
	if (!area) return null;
	const { settings, version } = (await deps.areaSettings.of(slug)) ?? { settings: {}, version: 0 };
	const { gss_code, demonstration } = area;
	return {
		area: { slug, name: settings.name ?? area.name, demonstration, ...(gss_code ? { gss_code } : {}) },
		routes: settings.routes ?? compiled?.routes ?? [],
		early_help_hours: settings.early_help_hours ?? compiled?.early_help_hours ?? null,
		theme: settings.theme ?? null,
		languages: settings.languages ?? [],
		settings,
		version,
	};
}
