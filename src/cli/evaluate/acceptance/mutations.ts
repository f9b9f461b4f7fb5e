/** One way of making a true sentence false. Answers each false version of a sentence, none where there is nothing to change. */
type Mutation = { readonly kind: string; readonly apply: (sentence: string) => readonly string[] };

export type Mutated = { readonly kind: string; readonly sentence: string };

const NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Each of these for any other of its line. */
const MODALS = ["must", "should", "may", "can", "might", "could", "will"];
const ACTORS = [
	"social worker",
	"council",
	"court",
	"judge",
	"police",
	"doctor",
	"teacher",
	"school",
	"solicitor",
	"advocate",
	"chair",
	"guardian",
	"interpreter",
	"manager",
	"health visitor",
];
const SWAPS: readonly (readonly [kind: string, from: string, to: string])[] = [
	["order", "before", "after"],
	["order", "after", "before"],
	["limit", "at least", "at most"],
	["limit", "at most", "at least"],
	["limit", "within", "after"],
	["limit", "within", "at least"],
	["limit", "up to", "at least"],
	["limit", "about", "at least"],
	["limit", "more than", "less than"],
	["limit", "less than", "more than"],
	["frequency", "always", "never"],
	["frequency", "never", "always"],
	["frequency", "usually", "always"],
	["frequency", "often", "rarely"],
	["frequency", "often", "always"],
	["frequency", "sometimes", "always"],
	["frequency", "normally", "never"],
	["quantity", "only", "also"],
	["quantity", "most", "all"],
	["quantity", "some", "all"],
	["quantity", "many", "few"],
	["quantity", "any", "some"],
	["quantity", "all", "some"],
	["quantity", "both", "neither of"],
	["quantity", "every", "some"],
	["quantity", "each", "one"],
	["quantity", "first", "last"],
	["quantity", "more", "less"],
	["quantity", "nobody", "everybody"],
	["condition", "if", "unless"],
	["condition", "if", "even if"],
	["condition", "unless", "if"],
	["condition", "until", "after"],
	["condition", "when", "unless"],
	["join", "and", "or"],
	["join", "or", "and"],
	["direction", "to", "from"],
	["direction", "from", "to"],
	["direction", "with", "without"],
	["direction", "without", "with"],
	["direction", "for", "against"],
	["direction", "against", "for"],
	["direction", "in", "out of"],
	["owner", "your", "their"],
	["owner", "their", "your"],
	["person", "you", "they"],
	["person", "they", "you"],
	["opposite", "free", "expensive"],
	["opposite", "private", "public"],
	["opposite", "safe", "unsafe"],
	["opposite", "start", "stop"],
	["opposite", "starts", "stops"],
	["opposite", "ends", "begins"],
	["opposite", "agree", "disagree"],
	["opposite", "early", "late"],
	["opposite", "right", "wrong"],
	["opposite", "keep", "destroy"],
	["opposite", "give", "take"],
	["opposite", "independent", "dependent"],
	["opposite", "voluntary", "compulsory"],
	["opposite", "lead", "follow"],
	["opposite", "add", "remove"],
	["opposite", "open", "closed"],
	["opposite", "yes", "no"],
	["deed", "ask", "tell"],
	["deed", "tell", "ask"],
	["deed", "decide", "advise"],
	["deed", "decides", "advises"],
	["deed", "help", "report"],
	["deed", "listen", "object"],
	["deed", "see", "remove"],
	["deed", "come", "leave"],
	["deed", "write", "shout"],
	["deed", "share", "hide"],
	["deed", "ring", "visit"],
	["thing", "conference", "hearing"],
	["thing", "meeting", "hearing"],
	["thing", "plan", "order"],
	["thing", "review", "conference"],
	["thing", "enquiry", "assessment"],
	["thing", "letter", "phone call"],
	["thing", "file", "passport"],
	["thing", "child", "parent"],
	["thing", "parent", "child"],
	["thing", "mother", "father"],
	["thing", "report", "order"],
	["thing", "complaint", "appeal"],
	["name", "Family Rights Group", "Citizens Advice"],
	["name", "Childline", "Samaritans"],
	["name", "Samaritans", "Childline"],
	["name", "Coram Voice", "NSPCC"],
	["name", "Family Lives", "Home-Start"],
	["name", "Cafcass", "Ofsted"],
	["name", "section 47", "section 17"],
	["name", "section 17", "section 20"],
	["name", "section 20", "section 31"],
	["unit", "working days", "days"],
	["unit", "working day", "week"],
	["unit", "days", "weeks"],
	["unit", "weeks", "months"],
	["unit", "months", "weeks"],
	["unit", "months", "years"],
	["unit", "hours", "days"],
	["unit", "years", "months"],
	["unit", "minutes", "hours"],
];

const swap =
	(from: string, to: string): Mutation["apply"] =>
	(sentence) => {
		const found = new RegExp(`(?<![\\w-])${from}(?![\\w-])`, "gi");
		return [...sentence.matchAll(found)].map((match) => {
			const capital = /^[A-Z]/.test(match[0]) && !/^[A-Z]/.test(from);
			const put = capital ? to.charAt(0).toUpperCase() + to.slice(1) : to;
			return sentence.slice(0, match.index) + put + sentence.slice(match.index + match[0].length);
		});
	};

const MUTATIONS: readonly Mutation[] = [
	{
		kind: "number",
		apply: (sentence) =>
			[...sentence.matchAll(/\d+/g)].flatMap((match) =>
				[Number(match[0]) + 1, Number(match[0]) * 2, Math.max(1, Number(match[0]) - 3)]
					.filter((value) => value !== Number(match[0]))
					.map((value) => sentence.slice(0, match.index) + value + sentence.slice(match.index + match[0].length)),
			),
	},
	{
		kind: "number",
		apply: (sentence) =>
			NUMBERS.flatMap((word, value) => (value < 2 ? [] : swap(word, NUMBERS[(value + 2) % 13] ?? "six")(sentence))),
	},
	...MODALS.flatMap((from) =>
		MODALS.filter((to) => to !== from).map((to): Mutation => ({ kind: "modal", apply: swap(from, to) })),
	),
	{
		kind: "modal lost",
		apply: (sentence) => ["must", "should", "may", "might"].flatMap((word) => lost(sentence, word)),
	},
	{ kind: "modal lost", apply: swap("do not have to", "must not") },
	{ kind: "modal lost", apply: swap("do not have to", "have to") },
	{ kind: "negation", apply: (sentence) => lost(sentence, "not") },
	{ kind: "negation", apply: swap("cannot", "can") },
	{
		kind: "negation",
		apply: (sentence) =>
			MODALS.flatMap((word) => swap(word, `${word} not`)(sentence)).filter((made) => !/not (?:not|only)\b/.test(made)),
	},
	{
		kind: "negation",
		apply: (sentence) =>
			["is", "are"].flatMap((word) => swap(word, `${word} not`)(sentence)).filter((made) => !/not not/.test(made)),
	},
	...ACTORS.flatMap((from, index) =>
		[1, 4].map(
			(step): Mutation => ({ kind: "actor", apply: swap(from, ACTORS[(index + step) % ACTORS.length] ?? "judge") }),
		),
	),
	{
		kind: "actor",
		apply: (sentence) =>
			ACTORS.flatMap((who) => swap(`an? ${who}`, "you")(sentence).concat(swap(`the ${who}`, "you")(sentence))),
	},
	{ kind: "roles", apply: turned },
	...SWAPS.map(([kind, from, to]): Mutation => ({ kind, apply: swap(from, to) })),
	{
		kind: "added",
		apply: (sentence) => [
			sentence.replace(/\.$/, " within 5 days."),
			sentence.replace(/\.$/, ", so your child will not be taken."),
		],
	},
	{
		kind: "added",
		apply: (sentence) => [
			sentence.replace(/\.$/, " and you should sign it."),
			sentence.replace(/\.$/, ", but only if the police agree."),
		],
	},
	{
		kind: "condition lost",
		apply: (sentence) => [
			sentence.replace(/^If [^,]+, (\w)/, (_all, first: string) => first.toUpperCase()),
			sentence.replace(/ (?:if|unless) [^,]+\.$/, "."),
		],
	},
];

function lost(sentence: string, word: string): readonly string[] {
	return [...sentence.matchAll(new RegExp(`\\b${word} `, "g"))].map(
		(match) => sentence.slice(0, match.index) + sentence.slice(match.index + match[0].length),
	);
}

/** "The council must tell you": "You must tell the council". */
function turned(sentence: string): readonly string[] {
	const found =
		/^((?:The|A|An|Your) [a-z]+(?: [a-z]+)?|They|You) ((?:must|should|may|can|will|cannot|could)(?: not)?) ([a-z]+) ((?:the|a|an|your) [a-z]+(?: worker)?|you|them)\b(.*)$/.exec(
			sentence,
		);
	if (!found) return [];
	const [, who = "", modal = "", deed = "", whom = "", rest = ""] = found;
	const capital = whom === "them" ? "They" : whom.charAt(0).toUpperCase() + whom.slice(1);
	const object = who === "They" ? "them" : who.charAt(0).toLowerCase() + who.slice(1);
	return [`${capital} ${modal} ${deed} ${object}${rest}`];
}

/** Every false version of a sentence that these mutations can make. */
export function mutationsOf(sentence: string): readonly Mutated[] {
	const seen = new Set([sentence]);
	return MUTATIONS.flatMap(({ kind, apply }) =>
		apply(sentence).flatMap((made) => {
			if (seen.has(made)) return [];
			seen.add(made);
			return [{ kind, sentence: made }];
		}),
	);
}
