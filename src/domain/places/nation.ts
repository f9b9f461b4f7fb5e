/** Where the law we explain does and does not hold. `border` are postcode areas that cross out of England. */
export type Nation = "england" | "scotland" | "wales" | "northern_ireland" | "crown_dependency" | "border";

const AREAS: Readonly<Record<Exclude<Nation, "england">, readonly string[]>> = {
	scotland: ["AB", "DD", "EH", "FK", "G", "HS", "IV", "KA", "KW", "KY", "ML", "PA", "PH", "ZE"],
	wales: ["CF", "LL", "SA"],
	northern_ireland: ["BT"],
	crown_dependency: ["GY", "IM", "JE"],
	border: ["CH", "DG", "HR", "LD", "NP", "SY", "TD"],
};

/** The nation of an outcode by its postcode area (Royal Mail's areas; those that cross a border are `border`). */
export function nationOf(outcode: string): Nation {
	const letters = /^[A-Z]+/.exec(outcode)?.[0] ?? "";
	for (const nation of ["scotland", "wales", "northern_ireland", "crown_dependency", "border"] as const)
		if (AREAS[nation].includes(letters)) return nation;
	return "england";
}
