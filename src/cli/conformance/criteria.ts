import type { Proof } from "#cli/conformance/proofs.ts";

/** A success criterion of WCAG 2.2, and what speaks for it. */
export type Criterion = {
	readonly id: string;
	readonly name: string;
	readonly level: "A" | "AA";
	/** Tests that must pass. */
	readonly proofs: readonly Proof[];
	/** What only people can check. */
	readonly people?: string;
	/** Why it does not apply. */
	readonly none?: string;
};

/** All of levels A and AA. 4.1.1 (Parsing) was taken out of WCAG 2.2. */
export const CRITERIA: readonly Criterion[] = [
	{
		id: "1.1.1",
		name: "Non-text Content",
		level: "A",
		proofs: ["pages", "states"],
		people:
			"Read the texts of the two pictures (the path of steps, the rings of the directory) beside the lists they picture.",
	},
	{
		id: "1.2.1",
		name: "Audio-only and Video-only (Prerecorded)",
		level: "A",
		proofs: [],
		none: "There is no sound and no moving picture.",
	},
	{
		id: "1.2.2",
		name: "Captions (Prerecorded)",
		level: "A",
		proofs: [],
		none: "There is no sound and no moving picture.",
	},
	{
		id: "1.2.3",
		name: "Audio Description or Media Alternative (Prerecorded)",
		level: "A",
		proofs: [],
		none: "There is no sound and no moving picture.",
	},
	{ id: "1.2.4", name: "Captions (Live)", level: "AA", proofs: [], none: "There is no sound and no moving picture." },
	{
		id: "1.2.5",
		name: "Audio Description (Prerecorded)",
		level: "AA",
		proofs: [],
		none: "There is no sound and no moving picture.",
	},
	{
		id: "1.3.1",
		name: "Info and Relationships",
		level: "A",
		proofs: ["pages", "states", "withoutScript", "markup"],
		people: "Go through an answer, a search and the dates by headings and lists with a screen reader.",
	},
	{
		id: "1.3.2",
		name: "Meaningful Sequence",
		level: "A",
		proofs: ["markup", "keyboardGuide", "keyboardDirectory"],
		people: "Read the guide and the directory from top to bottom with styles switched off.",
	},
	{
		id: "1.3.3",
		name: "Sensory Characteristics",
		level: "A",
		proofs: [],
		people: "Read the words for anything told by shape, colour or place alone.",
	},
	{
		id: "1.3.4",
		name: "Orientation",
		level: "AA",
		proofs: ["pages"],
		people: "Turn a phone on its side in the guide and in the directory.",
	},
	{
		id: "1.3.5",
		name: "Identify Input Purpose",
		level: "AA",
		proofs: ["pages"],
		people: "No field asks for the person's own details, other than in asking for a call back.",
	},
	{
		id: "1.4.1",
		name: "Use of Color",
		level: "A",
		proofs: ["pages", "ownColours"],
		people: "Look at the pages without colour: what is open, stale or urgent says so in words.",
	},
	{ id: "1.4.2", name: "Audio Control", level: "A", proofs: [], none: "There is no sound." },
	{ id: "1.4.3", name: "Contrast (Minimum)", level: "AA", proofs: ["pages", "states", "colours", "areaColours"] },
	{
		id: "1.4.4",
		name: "Resize Text",
		level: "AA",
		proofs: ["largeText"],
		people: "Enlarge text in the settings of a real phone.",
	},
	{ id: "1.4.5", name: "Images of Text", level: "AA", proofs: ["pages"], people: "A council's logo may hold text." },
	{ id: "1.4.10", name: "Reflow", level: "AA", proofs: ["pages", "states", "largeText"] },
	{
		id: "1.4.11",
		name: "Non-text Contrast",
		level: "AA",
		proofs: ["colours", "areaColours", "ownColours"],
		people: "Look at the pictures' lines and at the ring around what has the focus.",
	},
	{
		id: "1.4.12",
		name: "Text Spacing",
		level: "AA",
		proofs: ["pages", "largeText"],
		people: "Apply the spacing of the criterion by a bookmarklet and look for what is cut off.",
	},
	{
		id: "1.4.13",
		name: "Content on Hover or Focus",
		level: "AA",
		proofs: [],
		none: "Nothing appears on hover or focus but the browser's own title of one link.",
	},
	{ id: "2.1.1", name: "Keyboard", level: "A", proofs: ["keyboardGuide", "keyboardDirectory", "keyboardWidget"] },
	{
		id: "2.1.2",
		name: "No Keyboard Trap",
		level: "A",
		proofs: ["keyboardGuide", "keyboardDirectory", "keyboardWidget"],
	},
	{
		id: "2.1.4",
		name: "Character Key Shortcuts",
		level: "A",
		proofs: ["leaveSlowly"],
		people: "Three presses of Shift leave the page: try it with sticky keys, which also listen for Shift.",
	},
	{
		id: "2.2.1",
		name: "Timing Adjustable",
		level: "A",
		proofs: [],
		none: "Nothing runs out while somebody reads or writes.",
	},
	{ id: "2.2.2", name: "Pause, Stop, Hide", level: "A", proofs: [], none: "Nothing moves or changes by itself." },
	{ id: "2.3.1", name: "Three Flashes or Below Threshold", level: "A", proofs: [], none: "Nothing flashes." },
	{ id: "2.4.1", name: "Bypass Blocks", level: "A", proofs: ["pages", "leaveFirst"] },
	{
		id: "2.4.2",
		name: "Page Titled",
		level: "A",
		proofs: ["pages", "markup", "oneAddress"],
		people:
			"Titles are neutral on purpose where the subject could bring harm: ask people who use a screen reader if they still know where they are.",
	},
	{ id: "2.4.3", name: "Focus Order", level: "A", proofs: ["keyboardGuide", "keyboardDirectory", "log"] },
	{
		id: "2.4.4",
		name: "Link Purpose (In Context)",
		level: "A",
		proofs: ["pages", "marks"],
		people: "Read the links and buttons of a page as a list.",
	},
	{ id: "2.4.5", name: "Multiple Ways", level: "AA", proofs: ["markup", "marks"] },
	{
		id: "2.4.6",
		name: "Headings and Labels",
		level: "AA",
		proofs: ["pages", "markup"],
		people: "Ask readers if the headings say what stands under them.",
	},
	{ id: "2.4.7", name: "Focus Visible", level: "AA", proofs: ["ownColours", "keyboardGuide"] },
	{
		id: "2.4.11",
		name: "Focus Not Obscured (Minimum)",
		level: "AA",
		proofs: ["keyboardGuide", "leaveSize"],
		people: "Tab through a long page on a phone's size: the bar at the top must not cover what has the focus.",
	},
	{ id: "2.5.1", name: "Pointer Gestures", level: "A", proofs: [], none: "No gesture is needed." },
	{
		id: "2.5.2",
		name: "Pointer Cancellation",
		level: "A",
		proofs: [],
		people: "Press, slide off and let go: nothing may happen.",
	},
	{
		id: "2.5.3",
		name: "Label in Name",
		level: "A",
		proofs: ["pages", "states"],
		people: "Say the labels with speech recognition.",
	},
	{ id: "2.5.4", name: "Motion Actuation", level: "A", proofs: [], none: "Moving the device does nothing." },
	{ id: "2.5.7", name: "Dragging Movements", level: "AA", proofs: [], none: "Nothing is dragged." },
	{ id: "2.5.8", name: "Target Size (Minimum)", level: "AA", proofs: ["pages", "states", "leaveSize"] },
	{ id: "3.1.1", name: "Language of Page", level: "A", proofs: ["pages", "markup"] },
	{
		id: "3.1.2",
		name: "Language of Parts",
		level: "AA",
		proofs: ["pages"],
		people: "Names of languages and organisations are as they name themselves.",
	},
	{ id: "3.2.1", name: "On Focus", level: "A", proofs: ["keyboardGuide", "keyboardDirectory"] },
	{ id: "3.2.2", name: "On Input", level: "A", proofs: ["keyboardDirectory", "keyboardWidget"] },
	{ id: "3.2.3", name: "Consistent Navigation", level: "AA", proofs: ["people"] },
	{
		id: "3.2.4",
		name: "Consistent Identification",
		level: "AA",
		proofs: ["people"],
		people: "Compare the words of the guide, the directory and the widget.",
	},
	{ id: "3.2.6", name: "Consistent Help", level: "A", proofs: ["people"] },
	{ id: "3.3.1", name: "Error Identification", level: "A", proofs: ["states", "noReply"] },
	{ id: "3.3.2", name: "Labels or Instructions", level: "A", proofs: ["pages", "states"] },
	{ id: "3.3.3", name: "Error Suggestion", level: "AA", proofs: ["states"] },
	{
		id: "3.3.4",
		name: "Error Prevention (Legal, Financial, Data)",
		level: "AA",
		proofs: [],
		people: "Asking for a call back shows what will be sent before it is sent: go through it.",
	},
	{
		id: "3.3.7",
		name: "Redundant Entry",
		level: "A",
		proofs: ["refresh"],
		people: "Go through a call back: nothing is asked twice.",
	},
	{
		id: "3.3.8",
		name: "Accessible Authentication (Minimum)",
		level: "AA",
		proofs: [],
		none: "Families sign in nowhere. Staff sign in with their own organisation or by a link.",
	},
	{ id: "4.1.2", name: "Name, Role, Value", level: "A", proofs: ["pages", "states", "withoutScript", "hostilePage"] },
	{
		id: "4.1.3",
		name: "Status Messages",
		level: "AA",
		proofs: ["log", "keyboardWidget", "noReply"],
		people: "Listen to an answer, a search and a list with NVDA, JAWS, VoiceOver and TalkBack.",
	},
];
