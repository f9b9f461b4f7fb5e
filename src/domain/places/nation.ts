/** Where a postcode may lie. The law that we explain holds in England alone. */
export const NATIONS = [
	"england",
	"scotland",
	"wales",
	"northern_ireland",
	"jersey",
	"guernsey",
	"isle_of_man",
] as const;
export type Nation = (typeof NATIONS)[number];

/** Royal Mail's postcode areas by nation. `border` are those that reach well into two. */
const AREAS: Readonly<Record<Nation | "border", string>> = {
	england:
		"AL B BA BB BD BH BL BN BR BS CA CB CM CO CR CT CV CW DA DE DH DL DN DT DY E EC EN EX FY GL GU HA HD HG HP HU " +
		"HX IG IP KT L LA LE LN LS LU M ME MK N NE NG NN NR NW OL OX PE PL PO PR RG RH RM S SE SG SK SL SM SN SO SP SR " +
		"SS ST SW TA TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO",
	scotland: "AB DD EH FK G HS IV KA KW KY ML PA PH ZE",
	wales: "CF LL SA",
	northern_ireland: "BT",
	jersey: "JE",
	guernsey: "GY",
	isle_of_man: "IM",
	border: "CH DG HR LD NP SY TD",
};

const nationByArea = new Map(
	[...NATIONS, "border" as const].flatMap((nation) =>
		AREAS[nation].split(" ").map((letters) => [letters, nation] as const),
	),
);

/**
 * The nation of an outcode by the letters it begins with: `border` where those reach into two nations, null where no
 * place in these islands has them.
 */
export function nationOf(outcode: string): Nation | "border" | null {
	return nationByArea.get(areaLettersOf(outcode)) ?? null;
}

/** "SK" of "SK9 1AB". */
export function areaLettersOf(postcode: string): string {
	return /^[A-Z]+/.exec(postcode)?.[0] ?? "";
}

/** The nation that a GSS code says by its first letter, given the postcode; null for what is no such code. */
export function nationOfCode(gssCode: string, postcode: string): Nation | null {
	switch (gssCode.charAt(0)) {
		case "E":
			return "england";
		case "S":
			return "scotland";
		case "W":
			return "wales";
		case "N":
			return "northern_ireland";
		case "M":
			return "isle_of_man";
		case "L":
			return postcode.startsWith("GY") ? "guernsey" : "jersey";
		default:
			return null;
	}
}
