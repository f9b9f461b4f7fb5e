import { compile } from "#content/compile.ts";
import { describeProblem } from "#content/problem.ts";

export const ANSWER = "answers/parents/s47-what.md";
export const STAGE = "stages/parents/section_47.md";
export const PAGE = "pages/about.md";

const review = `law_as_at: 2026-11-22
reviewed: 2026-11-22
review_by: 2027-05-21
reviewers: [content author]`;

/** A small set of sound content: one of each kind that the checks read. */
const SOUND: Readonly<Record<string, string>> = {
	[ANSWER]: `---
id: s47-what
title: What is a section 47 enquiry?
audiences: [parent, family]
stage: section_47
topics: [s47_what]
asked_as:
${Array.from({ length: 25 }, (_, at) => `  - what is a section 47 said in way ${at + 1}`).join("\n")}
covers:
  - fact: it is an enquiry
    says: ["how the council finds out"]
facts: [E2, G1]
sources:
  - title: Children Act 1989, section 47
    url: https://www.legislation.gov.uk/ukpga/1989/41/section/47
    date: 2026-11-22
${review}
routes: [frg]
needs: []
next: []
---
An enquiry is how the council finds out if a child may be harmed. It must make enquiries if it has good cause.

**What happens next**

- A [conference](term:conference) should be held within 15 working days (about 3 weeks).

**Who can help**

Family Rights Group gives free advice.
`,
	[STAGE]: `---
id: section_47
title: Section 47 enquiries
audience: parent
order: 4
summary: How the council finds out if a child is safe.
facts: [E2]
sources:
  - title: Children Act 1989, section 47
    url: https://www.legislation.gov.uk/ukpga/1989/41/section/47
    date: 2026-11-22
${review}
routes: [frg]
next_stages: []
---
This is a hard time.

${[
	"What it is",
	"Why it may be happening",
	"Who will contact you",
	"What happens, and by when",
	"What you can ask or bring",
	"What can happen next",
	"Your rights",
	"If you disagree",
	"How your child is involved",
	"Who can help",
]
	.map((heading) => `**${heading}**\n\nA worker can tell you more.`)
	.join("\n\n")}
`,
	[PAGE]: `---
id: about
title: About this guide
summary: What it is.
audience: everyone
${review}
---
It says what comes next.
`,
	"sheets/who.yaml": `id: who
title: Who is who
for: [parent]
${review}
intro: Write each name down once.
sections:
  - { title: My worker, prompt: Name and number., lines: 2 }
`,
	"facts.yaml": `facts:
  - id: E2
    says: The council must make enquiries if it has good cause to think a child may be harmed.
    strength: must
    basis: Children Act 1989, section 47
    source: { title: "Children Act 1989, section 47", url: "https://www.legislation.gov.uk/ukpga/1989/41/section/47", date: "2026-11-22" }
    confidence: high
  - id: G1
    says: The first conference should be within 15 working days of the strategy discussion.
    strength: should
    basis: Working Together
    source: { title: Working Together, date: "2026-03-18" }
    confidence: high
  - id: G4
    says: A parent may bring a friend to the conference.
    strength: may
    basis: Local practice
    source: { title: Working Together, date: "2026-03-18" }
    confidence: medium
`,
	"topics.yaml": `topics:
  - id: s47_what
    asked_by: [parent]
    signpost: [frg]
    must_say:
      - it is an enquiry
`,
	"glossary.yaml": `${review}
terms:
  - { id: conference, term: Conference, meaning: A meeting about a child., also: [] }
  - { id: care-order, term: Care order, meaning: A court order., also: [] }
  - { id: interim-care-order, term: Interim care order, meaning: A short care order., also: [] }
  - { id: cafcass, term: Cafcass, meaning: It tells a court what is best for a child., also: [] }
`,
	"helplines.yaml": `helplines:
  - id: frg
    kind: advocacy
    name: Family Rights Group
    what_for: Free advice
    for: [parent]
    phone: "01632 960001"
    hours: null
    hours_text: Check the times on their website
    checked: "2026-11-22"
    confidence: { number: high, hours: low }
    verify: Confirm the hours
`,
	"language.yaml": `avoid:
  - { word: liaise, instead: talk with }
  - { word: "don't panic", instead: start with the feeling, why: It talks down. }
abbreviations: [s47]
known_short_forms: [GP]
limits:
  parents: { average_sentence: 14, longest_sentence: 25, grade: 5 }
  young_people: { average_sentence: 14, longest_sentence: 25, grade: 4 }
  source: test
`,
	"needs.yaml": "needs: []\n",
	"bank-holidays.yaml": "holidays: []\n",
};

/** A file of the sound set with one piece of its text put in the place of another; it throws where the piece is not there once. */
export function changed(path: string, from: string, to: string): Readonly<Record<string, string>> {
	const text = SOUND[path] ?? "";
	if (text.split(from).length !== 2) throw new Error(`"${from}" does not stand exactly once in ${path}.`);
	return { [path]: text.replace(from, () => to) };
}

/** What the compiler says of the files named, with the sound set around them: "content/…:12  A sentence." */
export function said(files: Readonly<Record<string, string>>): readonly string[] {
	const { problems } = compile(new Map(Object.entries({ ...SOUND, ...files })));
	const named = new Set(Object.keys(files).map((path) => `content/${path}`));
	return problems.filter(({ file }) => named.has(file)).map(describeProblem);
}

/** What the compiler says of every file of the sound set, files it lacks left out. */
export function saidOfSound(): readonly string[] {
	return said(SOUND);
}

/** The line of a text in a file of the sound set, from 1. */
export function lineOf(path: string, text: string): number {
	return (SOUND[path] ?? "").split(text)[0]?.split("\n").length ?? 0;
}
