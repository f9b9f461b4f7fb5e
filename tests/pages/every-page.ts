import { content } from "#content/compiled/content.ts";
import { paths } from "#pages/paths.ts";

/** Every page that can be asked for by its address, at each of its readers. */
export const everyPage: readonly string[] = [
	paths.home(),
	paths.guide(),
	paths.people(),
	paths.people("demo"),
	paths.people("demo", true),
	paths.peopleFor("family", "demo"),
	paths.peopleFor("professional", "demo"),
	paths.callBack("demo"),
	paths.callBack("demo", true),
	paths.callBacks(),
	paths.chooseArea(),
	paths.directory("demo"),
	paths.stages(),
	paths.stages(true),
	...content.stages.map(({ id, audience }) => paths.stage(id, audience === "young_person")),
	paths.answers(),
	paths.answers(true),
	...content.answers.map(({ id }) => paths.answer(id)),
	paths.glossary(),
	paths.helplines(),
	paths.helplines("parent"),
	paths.helplines("young_person"),
	paths.helplines("family"),
	paths.dates(),
	paths.sheets(),
	...content.sheets.map(({ id }) => paths.sheet(id)),
	...content.pages.map(({ id }) => paths.page(id)),
];
