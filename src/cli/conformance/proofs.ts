/** Tests that speak for a criterion: the file, and the name as it stands in it. */
export const PROOFS = {
	pages: ["tests/browser/pages.test.ts", "%s has no accessibility problem and fits the smallest phone"],
	states: ["tests/browser/pages.test.ts", "$name has no accessibility problem and fits the smallest phone"],
	withoutScript: ["tests/browser/pages.test.ts", "$name has no accessibility problem"],
	largeText: ["tests/browser/pages.test.ts", "twice the text size fits a phone without scrolling sideways"],
	markup: ["tests/pages/markup.test.ts", "every page is valid HTML"],
	marks: ["tests/pages/markup.test.ts", "a mark within a page leads to something that is there"],
	people: ["tests/pages/markup.test.ts", "every page can be left, tells of 999, and shows a worker and an advocate"],
	colours: ["tests/domain/theme/theme.test.ts", "the site's own colours meet AAA in light and dark"],
	areaColours: ["tests/content/checks/themes.test.ts", "the looks of our areas are sound"],
	keyboardGuide: [
		"tests/browser/journeys.test.ts",
		"a parent goes from the first page to an answer, says that it did not help, and finds a person",
	],
	keyboardDirectory: [
		"tests/browser/journeys.test.ts",
		"somebody searches, puts a service on a list of their own, and comes to the page to print",
	],
	keyboardWidget: ["tests/browser/widget.test.ts", "it is worked by keyboard alone, and tells what it found"],
	ownColours: ["tests/browser/journeys.test.ts", "what can be pressed has an edge, and the focus is seen"],
	log: [
		"tests/browser/guide.test.ts",
		"the answer is read out whole and politely, and focus stays where the person writes",
	],
	noReply: [
		"tests/browser/guide.test.ts",
		"where no answer comes, the words stay in the box and the people stay on the page",
	],
	leaveFirst: [
		"tests/browser/leave.test.ts",
		"a person using a keyboard meets the way out first, after the way to the main part",
	],
	leaveSize: ["tests/browser/leave.test.ts", "it stays in sight while a page is scrolled, at the size of a thumb"],
	leaveSlowly: ["tests/browser/leave.test.ts", "writing in capitals, or pressing Shift slowly, does not leave"],
	oneAddress: [
		"tests/browser/guide.test.ts",
		"a whole conversation has one address, one title and one row of history, and never loads the page again",
	],
	refresh: ["tests/browser/guide.test.ts", "a refresh keeps the place and the card, and forgets the words"],
	hostilePage: ["tests/browser/widget.test.ts", "a page that unsets every style cannot make it unusable"],
} as const satisfies Readonly<Record<string, readonly [file: string, name: string]>>;

export type Proof = keyof typeof PROOFS;
