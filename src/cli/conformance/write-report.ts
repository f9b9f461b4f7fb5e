import { CRITERIA, type Criterion } from "#cli/conformance/criteria.ts";
import { PROOFS, type Proof } from "#cli/conformance/proofs.ts";

/** How often each proof was tried, and how often it held. */
export type Results = ReadonlyMap<Proof, { readonly tried: number; readonly passed: number }>;
export type ReportOf = { readonly version: string; readonly date: string; readonly results: Results };

/** What no test and no single criterion stands for. */
const BESIDES = [
	"Use by people: parents, young people and disabled people, with their own devices and on a bad day.",
	"Screen readers as people use them: NVDA and JAWS on Windows, VoiceOver on iPhone and Mac, TalkBack on Android.",
	"Speech recognition, switches, and magnifying to 400%.",
	"The reading age of whole pages, read aloud with families; British Sign Language and easy read versions.",
	"Each council's own page around the widget, and the PDFs and sites that listings lead to.",
];

/** The conformance report as Markdown. A criterion whose tests did not all pass is said to fail. */
export function writeReport({ version, date, results }: ReportOf): string {
	const tried = [...results.values()].reduce((sum, result) => sum + result.tried, 0);
	const passed = [...results.values()].reduce((sum, result) => sum + result.passed, 0);
	return `# Accessibility conformance: WCAG 2.2, levels A and AA

Written by \`npx tsx src/cli/conformance.ts\` from the results of the tests, for version ${version}, on ${date}. Of ${tried} tries of the tests named here, ${passed} passed, in Chromium. The pages are those of \`tests/browser/pages.test.ts\`: one of each kind, and each state that a form brings about, at 320 pixels, at a desk, in the dark, with a person's own colours, with and without script. axe found no violation of WCAG 2.2 A and AA nor of its own good practice, and text was held to the contrast of AAA.

**Tested** means that every test named passed. It is not the judgement of an auditor: automatic tests find less than half of what gets in people's way. Nobody has audited this yet, and no group of disabled people has tried it yet.

| criterion | level | state | shown by |
|---|---|---|---|
${CRITERIA.map((criterion) => rowOf(criterion, results)).join("\n")}

## What only people can check
${CRITERIA.flatMap(({ id, name, people }) => (people ? [`- [ ] **${id} ${name}**: ${people}`] : [])).join("\n")}
${BESIDES.map((what) => `- [ ] ${what}`).join("\n")}

## The tests
| name | file | test | passed |
|---|---|---|---|
${proofNames()
	.map((proof) => testRow(proof, results))
	.join("\n")}
`;
}

/** One criterion with how it stands. */
export function rowOf({ id, name, level, proofs, none, people }: Criterion, results: Results): string {
	const held = proofs.every((proof) => {
		const { tried, passed } = results.get(proof) ?? { tried: 0, passed: 0 };
		return tried > 0 && tried === passed;
	});
	const tested = people ? "Tested, and for people to check" : "Tested";
	const state = none ? "Does not apply" : proofs.length === 0 ? "For people to check" : held ? tested : "**Fails**";
	return `| ${id} ${name} | ${level} | ${state} | ${none ?? proofs.join(", ")} |`;
}

function testRow(proof: Proof, results: Results): string {
	const [file, name] = PROOFS[proof];
	const { tried, passed } = results.get(proof) ?? { tried: 0, passed: 0 };
	return `| ${proof} | \`${file}\` | ${name} | ${passed} of ${tried} |`;
}

/** The names of all proofs, in their order. */
export function proofNames(): readonly Proof[] {
	return Object.keys(PROOFS).filter((name): name is Proof => name in PROOFS);
}
