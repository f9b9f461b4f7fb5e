import type { Words } from "#content/library.ts";
import { DeskLayout } from "#pages/desk/desk-layout.tsx";
import type { Desk, DeskPart } from "#pages/desk/desk-part.ts";
import { deskError } from "#pages/desk/message-page.tsx";
import { brandSection } from "#pages/desk/settings/brand-section.tsx";
import { deliverySection } from "#pages/desk/settings/delivery-section.tsx";
import { hoursSection } from "#pages/desk/settings/hours-section.tsx";
import { type SectionId, settingsPaths } from "#pages/desk/settings/paths.ts";
import { removeRoute, routeSection } from "#pages/desk/settings/route-section.tsx";
import { sectionRoutes } from "#pages/desk/settings/section.tsx";
import { switchRoutes } from "#pages/desk/settings/switches.tsx";
import { Told } from "#pages/desk/told.tsx";
import type { AreaProfile } from "#services/area-profile.ts";
import { settingsNow } from "#services/settings-now.ts";

/** What families see of the area, and what is switched off. */
export const settingsPart: DeskPart = {
	label: (words) => words.desk_settings.title,
	bar: { path: settingsPaths.below, permission: "settings.read" },
	routes: [
		{
			method: "GET",
			path: settingsPaths.below,
			permission: "settings.read",
			answer: async (c, desk) => {
				const profile = await settingsNow(c.var.deps, desk.area.slug);
				if (profile === null) return deskError(c, "not_found");
				const saved = c.req.query("done") === "saved";
				const { words } = c.var.deps.content;
				return c.html(<SettingsPage words={words} desk={desk} profile={profile} saved={saved} />);
			},
		},
		...sectionRoutes(brandSection),
		...sectionRoutes(hoursSection),
		...sectionRoutes(routeSection),
		removeRoute,
		...switchRoutes,
		...sectionRoutes(deliverySection),
	],
};

type SettingsProps = {
	readonly words: Words;
	readonly desk: Desk;
	readonly profile: AreaProfile;
	readonly saved: boolean;
};

function SettingsPage({ words, desk, profile, saved }: SettingsProps) {
	const { desk_settings: say } = words;
	const area = desk.area.slug;
	const { switches } = profile.settings;
	const off = [switches?.call_backs, switches?.model, ...(switches?.services ?? []), ...(switches?.answers ?? [])];
	const count = off.filter((one) => one?.off).length;
	const links: readonly (readonly [SectionId, string])[] = [
		["brand", profile.area.name],
		["hours", ""],
		["switches", count === 0 ? "" : `(${count})`],
		["delivery", ""],
	];
	return (
		<DeskLayout words={words} desk={desk} title={say.title} here={settingsPaths.list(area)}>
			<h1>{say.title}</h1>
			<p class="lead">{say.lead}</p>
			<Told text={saved ? say.done.saved : undefined} />
			<ul>
				{links.map(([id, more]) => (
					<li>
						<a href={settingsPaths.section(area, id)}>{say.sections[id]}</a> {more}
					</li>
				))}
			</ul>
			<section aria-labelledby="routes">
				<h2 id="routes">{say.sections.routes}</h2>
				<p>{say.routes.intro}</p>
				<ul>
					{profile.routes.map(({ id, name, hours_text }) => (
						<li>
							<a href={settingsPaths.route(area, id)}>{name}</a>. {hours_text}.
						</li>
					))}
				</ul>
				{desk.may("settings.change") ? (
					<p>
						<a class="button" href={settingsPaths.route(area, "new")}>
							{say.routes.add}
						</a>
					</p>
				) : null}
			</section>
		</DeskLayout>
	);
}
