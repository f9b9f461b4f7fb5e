/** The rough middle of an outcode in degrees. For distances; it says nothing about councils. */
export type Middle = { readonly latitude: number; readonly longitude: number };

const PER_DEGREE = 1000;
const partsRe = /^([A-Z]+)(\d+)(.*)$/;

/**
 * Packs middles to one text of three lists: outcodes ("AL1 2 10", the letters only where they change), then their
 * latitudes and longitudes as steps from the one before, in thousandths of a degree. Neighbours stand together, so the
 * steps are small and a compressed bundle hardly grows.
 */
export function packOutcodes(middles: ReadonlyMap<string, Middle>): string {
	const sorted = [...middles].flatMap(([outcode, middle]) => {
		const [, letters = "", number = "", rest = ""] = partsRe.exec(outcode) ?? [];
		return letters === "" ? [] : [{ letters, number: Number(number), rest, middle }];
	});
	sorted.sort((a, b) => order(a.letters, b.letters) || a.number - b.number || order(a.rest, b.rest));
	const names = sorted.map(({ letters, number, rest }, index) =>
		letters === sorted[index - 1]?.letters ? `${number}${rest}` : `${letters}${number}${rest}`,
	);
	const latitudes = steps(sorted.map(({ middle }) => middle.latitude));
	const longitudes = steps(sorted.map(({ middle }) => middle.longitude));
	return [names, latitudes, longitudes].map((list) => list.join(" ")).join(";");
}

/** Reads what `packOutcodes` wrote. */
export function unpackOutcodes(packed: string): ReadonlyMap<string, Middle> {
	const [names = [], latitudeSteps = [], longitudeSteps = []] = packed.split(";").map((list) => list.split(" "));
	const middles = new Map<string, Middle>();
	let letters = "";
	let [latitude, longitude] = [0, 0];
	for (const [index, name] of names.entries()) {
		if (name === "") continue;
		letters = /^[A-Z]+/.exec(name)?.[0] ?? letters;
		latitude += Number(latitudeSteps[index] ?? 0);
		longitude += Number(longitudeSteps[index] ?? 0);
		const outcode = name.startsWith(letters) ? name : `${letters}${name}`;
		middles.set(outcode, { latitude: latitude / PER_DEGREE, longitude: longitude / PER_DEGREE });
	}
	return middles;
}

function steps(degrees: readonly number[]): readonly number[] {
	const thousandths = degrees.map((value) => Math.round(value * PER_DEGREE));
	return thousandths.map((value, index) => value - (thousandths[index - 1] ?? 0));
}

function order(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
