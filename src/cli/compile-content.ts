import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compileAnswerIndex } from "#cli/compile-answer-index.ts";
import { compilePhonePlans } from "#cli/compile-phone-plans.ts";
import { contentFiles, root } from "#cli/content-files.ts";
import { compile } from "#content/compile.ts";
import { compileLooks } from "#content/compile-looks.ts";
import { compileModel } from "#content/compile-model.ts";
import { compilePlaces } from "#content/compile-places.ts";
import { compileWords } from "#content/compile-words.ts";
import type { Content } from "#content/content.ts";
import type { Problem } from "#content/problem.ts";

/** Where the generated modules stand; git does not keep them. */
const folder = join(root, "src/content/compiled");

/**
 * Compiles `content/` to modules that the Worker imports. Content is one string of JSON, which an engine
 * reads several times faster at start-up than an object literal of the same size.
 */
export async function compileContent(): Promise<readonly Problem[]> {
	const files = await contentFiles();
	const { content, problems } = compile(files);
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, "words.ts"), compileWords(files));
	await writeFile(
		join(folder, "content.ts"),
		`import type { Content } from "#content/content.ts";\n\n/** Generated from content/. Checked when it was compiled, so it is not checked again here. */\nexport const content: Content = JSON.parse(${JSON.stringify(JSON.stringify(served(content)))});\n`,
	);
	await writeFile(
		join(folder, "looks.ts"),
		`import type { AreaLooks } from "#content/compile-looks.ts";\n\n/** Generated from the themes of content/areas/. */\nexport const looks: AreaLooks = ${JSON.stringify(compileLooks(content.areas, files))};\n`,
	);
	await writeFile(join(folder, "phone-plans.ts"), compilePhonePlans());
	const model = compileModel(files);
	await writeFile(join(folder, "model.ts"), model.module);
	const places = compilePlaces(files);
	await writeFile(
		join(folder, "places.ts"),
		`import type { PlacesContent } from "#domain/places/authority.ts";\n\n/** Generated from content/places/. */\nexport const places: PlacesContent = JSON.parse(${JSON.stringify(JSON.stringify(places.places))});\n`,
	);
	return [
		...problems,
		...places.problems,
		...model.problems,
		...(await compileAnswerIndex(files, content, join(folder, "answer-index.ts"))),
	];
}

/** What checking and training needed and serving does not is left out: it is a third of the whole. */
function served(content: Content): Content {
	return {
		...content,
		answers: content.answers.map((answer) => ({ ...answer, asked_as: [], covers: [] })),
		facts: content.facts.map(({ id, strength, basis, source, confidence }) => ({
			id,
			says: "",
			strength,
			basis,
			source,
			confidence,
		})),
		language: { ...content.language, avoid: [], abbreviations: [] },
	};
}
