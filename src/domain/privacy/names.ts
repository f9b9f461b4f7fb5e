import { type Detection, matches } from "#domain/privacy/detection.ts";
import { FIRST_NAMES } from "#domain/privacy/first-names.ts";

const CAPITAL = "\\p{Lu}[\\p{L}'’-]+";
const WORD = "[\\p{L}][\\p{L}'’-]+";

/** "My name is …", "called …": what follows is a name however it is typed. */
const saidRe = new RegExp(
	`\\b(?:(?:my|his|her|their|the|whose) (?:full |real |first |last |sur)?name(?:s|'s|’s| is| was)|(?:is|was|he's|she's|who's|whos|child|boy|girl|son|daughter|man|woman|lad|partner|worker|teacher) (?:called|named)|name:|signed,?|regards,?)\\s+(?<it>${WORD}(?:\\s+${CAPITAL}){0,2})`,
	"giu",
);
/** "I am …" is followed by a name or by anything else, so only a known name counts. */
const softRe = new RegExp(
	`\\b(?:i am|i'm|im|this is|it's|its|thanks,?|cheers,?|love,?)\\s+(?<it>${WORD}(?:\\s+${CAPITAL}){0,2})`,
	"giu",
);
const titleRe = new RegExp(
	`\\b(?:[Mm]rs?|[Mm]iss|[Mm][sx]|[Dd]r|[Dd]octor|PC|pc|Sgt|DC|[Jj]udge|[Ss]ir|[Ii]mam|[Rr]ev|[Ff]ather|[Ss]ister)\\.?(?: \\d{2,5})?\\s+(?<it>${CAPITAL}(?:\\s+${CAPITAL})?)`,
	"gu",
);
const titleAnyCaseRe = new RegExp(`\\b(?:mr|mrs|ms|mx|dr)\\.?\\s+(?<it>${WORD})`, "giu");
/** Somebody's relation or role, then a name. */
const roleRe = new RegExp(
	`\\b(?:son|daughter|brother|sister|sis|bro|stepson|stepdaughter|baby|husband|wife|partner|boyfriend|girlfriend|bf|gf|fianc[eé]e?|ex|dad|mum|mam|stepdad|stepmum|step dad|step mum|uncle|aunt|auntie|aunty|nan|nanna|grandad|grandma|cousin|friend|mate|neighbour|social worker|sw|worker|teacher|headteacher|health visitor|midwife|solicitor|key worker|manager|advocate|officer|landlord|child|kids|twins|lad|lads|boys|girls|niece|nephew)(?:'s| is|,| -|:)?\\s+(?:is |was )?(?<it>${WORD}(?:\\s+${CAPITAL}){0,2})`,
	"giu",
);
const fullNameRe = new RegExp(`(?<![\\p{L}])(?<it>${CAPITAL}(?:\\s+${CAPITAL}){1,2})`, "gu");
const aloneRe = new RegExp(`(?<![\\p{L}'’-])(?<it>${WORD})(?![\\p{L}'’-])`, "gu");

/** Names where something cues them: said to be one, a title, a relation or role before it, or a common first name. */
export function findNames(text: string): readonly Detection[] {
	const shouting = isShouting(text);
	const cued = (found: string) => isName(found, shouting);
	const trimmed = (pattern: RegExp, keep: (found: string) => boolean) =>
		matches(text, pattern, "name", keep).map((each) => cutToName(text, each, shouting));
	return [
		...trimmed(saidRe, (found) => cued(found)),
		...trimmed(softRe, (found) => FIRST_NAMES.has(firstWord(found))),
		...trimmed(titleRe, () => !shouting),
		...trimmed(titleAnyCaseRe, (found) => !STOP.has(found.toLowerCase())),
		...trimmed(roleRe, cued),
		...matches(text, fullNameRe, "name", (found) => !shouting && FIRST_NAMES.has(firstWord(found))),
		...matches(
			text,
			aloneRe,
			"name",
			(found) => FIRST_NAMES.has(found.toLowerCase().replace(/['’]s$/, "")) && !AMBIGUOUS.has(found),
		),
	];
}

function isName(found: string, shouting: boolean): boolean {
	const first = firstWord(found);
	if (STOP.has(first)) return false;
	return FIRST_NAMES.has(first) || (!shouting && /^\p{Lu}\p{Ll}/u.test(found));
}

/** A cue takes up to three words; what follows the name and is no name is given back. */
function cutToName(text: string, detection: Detection, shouting: boolean): Detection {
	const words = text.slice(detection.start, detection.end).split(/\s+/);
	const kept = words.findIndex(
		(word, index) => index > 0 && (shouting ? !FIRST_NAMES.has(word.toLowerCase()) : STOP.has(word.toLowerCase())),
	);
	if (kept < 0) return detection;
	return { ...detection, end: detection.start + words.slice(0, kept).join(" ").length };
}

function firstWord(text: string): string {
	return (text.split(/[\s'’]/)[0] ?? "").toLowerCase();
}

/** All capitals tell nothing about names. */
function isShouting(text: string): boolean {
	const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
	const small = text.match(/\p{Ll}/gu)?.length ?? 0;
	return capitals > small;
}

/** Lower-case words of the list that are more often something else. */
const AMBIGUOUS: ReadonlySet<string> = new Set([
	"dale",
	"dawn",
	"dean",
	"june",
	"june",
	"penny",
	"ross",
	"hazel",
	"heather",
	"holly",
	"ivy",
	"jay",
	"jean",
	"ola",
	"poppy",
	"robin",
	"ruby",
	"rowan",
	"sam",
	"skye",
	"ted",
	"violet",
	"amber",
	"daisy",
	"austin",
	"blake",
	"drew",
	"iris",
	"jade",
	"kim",
	"lee",
	"logan",
	"may",
	"miles",
	"norman",
	"scarlett",
	"faisal",
	"ion",
	"ana",
	"eve",
	"ida",
	"noor",
	"sky",
	"taylor",
	"harley",
	"mason",
	"morgan",
	"riley",
	"roman",
	"rory",
	"reece",
	"tia",
	"hana",
	"art",
	"hadi",
	"safa",
	"max",
	"rosie",
	"lily",
	"saffron",
	"aurora",
	"luna",
	"ali",
]);

/** Words that follow a cue and begin no name. */
const STOP: ReadonlySet<string> = new Set(
	`give gives lets let stop stops keep kept leave put puts turned turn start starts hate hates love loves like likes use uses a an the and or but so if then than that this these those there here who what when where why how is are was were be been being am do does did done have has had having will would can could shall should may might must not no nor never ever always just only very really too also still again back now today tonight tomorrow yesterday soon later i me my mine we us our you your yours he him his she her hers it its they them their theirs someone somebody anyone everyone nobody one two three four five six from in on at by to for of with without about into over under up down out off as like because since while until after before during between through against says said saying told tells telling asked asks keeps kept gets got going goes went comes came coming wants wanted hits hit hurts hurt left leaves leaving lives lived living makes made took takes taken gave gives calls called calling works worked thinks thought knows knew feels felt needs needed drinks drank shouts shouted seems looks looked tries tried stays stayed moved sent refuses refused phoned rang visited visits spoke speaks wrote written social services worker workers school council police court section conference meeting plan assessment child children kids baby mum dad parent parents family monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december england english british uk nhs gp mash cafcass ofsted childline samaritans refuge shelter please help thanks thank hello hi dear sorry yes ok okay scared worried upset angry sad fine good bad new old big little young older younger autistic disabled pregnant single married separated father mother carer alcoholic violent abusive drunk name names called named all both each every some any many much more most other another same such own early child's mum's dad's protection young people year years month months week weeks day days aged age born living sure afraid alone late struggling trying being been having under looking really getting feeling currently also about`.split(
		/\s+/,
	),
);
