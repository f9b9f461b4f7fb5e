import type { Draft } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";
import { Stage } from "#domain/conversation/stage.ts";

const BOTH = [
	"What it is",
	"Why it may be happening",
	"Who will contact you",
	"What happens, and by when",
	"What you can ask or bring",
	"What can happen next",
	"Your rights",
	"If you disagree",
] as const;
const PARTS = {
	parent: [...BOTH, "How your child is involved", "Who can help"],
	young_person: [...BOTH, "How you can be heard", "Who can help"],
} as const;

/** Every stage is told to both readers, and says the same ten things under the same headings in the same order. */
export function checkStages(draft: Draft): readonly Problem[] {
	const missing = (["parent", "young_person"] as const).flatMap((audience) =>
		Stage.options
			.filter((id) => draft.stages.filter(({ value }) => value.id === id && value.audience === audience).length !== 1)
			.map((id) => ({
				file: `content/stages/${audience === "parent" ? "parents" : "young-people"}/${id}.md`,
				line: 1,
				message: "Each stage has one such file for parents and one for young people.",
			})),
	);
	const wrong = draft.stages.flatMap(({ value, file, lineOf }) => {
		const headings = value.blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
		const wanted: readonly string[] = PARTS[value.audience];
		const at = wanted.findIndex((part, index) => headings[index] !== part);
		if (at < 0 && headings.length === wanted.length) return [];
		return [
			{
				file,
				line: lineOf("title"),
				message:
					at < 0
						? `"${headings[wanted.length] ?? ""}" is one heading too many.`
						: `Heading ${at + 1} should be **${wanted[at] ?? ""}**; it is "${headings[at] ?? "not there"}".`,
			},
		];
	});
	return [...missing, ...wrong];
}
