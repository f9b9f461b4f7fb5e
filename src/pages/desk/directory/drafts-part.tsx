import type { Context } from "hono";
import type { AppEnv } from "#env.ts";
import type { Desk, DeskPart } from "#pages/desk/desk-part.ts";
import { DraftsPage } from "#pages/desk/directory/drafts-page.tsx";
import { fieldLabel } from "#pages/desk/directory/field-label.ts";
import { listingPaths } from "#pages/desk/directory/paths.ts";
import { type DecidedDraft, decideDraft } from "#services/decide-draft.ts";
import { waitingDrafts } from "#services/waiting-drafts.ts";

/** Changes to listings that a second person looks at: an editor's where the area wants that, a provider's always. */
export const draftsPart: DeskPart = {
	label: (words) => words.desk_directory.drafts.label,
	bar: { path: "/drafts", permission: "directory.read" },
	waiting: {
		permission: "directory.approve",
		of: async (deps, { area, actor }) => {
			const drafts = await deps.drafts.list(area.slug, "waiting");
			const count = drafts.filter(({ madeBy }) => madeBy !== actor).length;
			return [{ count, text: deps.content.words.desk_directory.drafts.waiting, href: listingPaths.drafts(area.slug) }];
		},
	},
	routes: [
		{ method: "GET", path: "/drafts", permission: "directory.read", answer: (c, desk) => list(c, desk) },
		{ method: "POST", path: "/drafts/:draft", permission: "directory.approve", answer: decide },
	],
};

async function list(c: Context<AppEnv>, desk: Desk, told?: string): Promise<Response> {
	const { ground, drafts } = await waitingDrafts(c.var.deps, desk.area.slug);
	const { words } = c.var.deps.content;
	return c.html(<DraftsPage words={words} desk={desk} needs={ground.needs} drafts={drafts} told={told} />);
}

async function decide(c: Context<AppEnv>, desk: Desk): Promise<Response> {
	const { deps } = c.var;
	const draft = c.req.param("draft") ?? "";
	const area = desk.area.slug;
	const decision = desk.form.text("decision") === "approve" ? "approve" : "refuse";
	const reason = desk.form.text("reason").trim().slice(0, 300);
	const decided = await decideDraft(deps, { area, draft, decision, by: desk.actor, ...(reason ? { reason } : {}) });
	if (decided.kind === "approved" || decided.kind === "refused")
		await deps.auditLog.append([
			{
				area,
				at: deps.clock.now(),
				actor: desk.actor,
				action: `draft.${decided.kind}`,
				entity: "draft",
				entityId: draft,
				detail: decided.kind === "approved" && decided.saved.kind === "saved" ? { service: decided.saved.id } : {},
			},
		]);
	return list(c, desk, sentence(c, decided));
}

function sentence(c: Context<AppEnv>, decided: DecidedDraft): string {
	const { words } = c.var.deps.content;
	const said = words.desk_directory.drafts;
	switch (decided.kind) {
		case "approved":
		case "refused":
		case "own":
		case "unknown":
			return said[decided.kind];
		case "invalid": {
			const fields = decided.problems.map(({ field }) => fieldLabel(words, c.var.deps.content.content.needs, field));
			return said.invalid.replace("{fields}", () => fields.join(", "));
		}
	}
}
