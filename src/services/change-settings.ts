import type { Json } from "#domain/desk/json.ts";
import { AreaSettings } from "#domain/directory/area-settings.ts";
import type { Dependencies } from "#ports.ts";

export type SettingsChange = {
	readonly area: string;
	/** As it was when the form was opened. */
	readonly version: number;
	readonly actor: string;
	/** "settings.hours_changed", "settings.switched_off", … */
	readonly action: string;
	readonly entityId: string;
	/** Why, and what a reader of the log should see of the change. */
	readonly detail: { readonly [key: string]: Json };
	readonly change: (settings: AreaSettings) => AreaSettings;
};

export type SettingsOutcome =
	| { readonly kind: "saved" }
	/** Somebody else saved since the form was opened. */
	| { readonly kind: "changed meanwhile" }
	/** What does not fit, in the settings' own words. */
	| { readonly kind: "wrong"; readonly problems: readonly string[] };

/** Changes an area's settings, with its entry in the audit log. */
export async function changeSettings(
	deps: Pick<Dependencies, "clock" | "areaSettings">,
	{ area, version, actor, action, entityId, detail, change }: SettingsChange,
): Promise<SettingsOutcome> {
	const now = await deps.areaSettings.read(area);
	if (now.version !== version) return { kind: "changed meanwhile" };
	const read = AreaSettings.safeParse(change(now.settings));
	if (!read.success) return { kind: "wrong", problems: [...new Set(read.error.issues.map(({ message }) => message))] };
	const at = deps.clock.now();
	const entry = { area, at, actor, action, entity: "settings", entityId, detail };
	const saved = await deps.areaSettings.save(area, read.data, version, actor, entry);
	return saved.kind === "saved" ? { kind: "saved" } : { kind: "changed meanwhile" };
}
