import { seededRandom } from "#cli/bench/random.ts";
import type { PlacesContent } from "#domain/places/authority.ts";
import { type Middle, unpackOutcodes } from "#domain/places/outcode-middles.ts";

/** Letters that Royal Mail gives out as the last two of a postcode. */
const LETTERS = "ABDEFGHJLNPQRSTUWXYZ";
const UNITS = LETTERS.length ** 2;
const KILOMETRES_PER_DEGREE = 111;
const HEADER =
	"pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,osnrth1m,osgrdind,oshlthau,nhser,ctry,rgn,streg,pcon,eer,teclec,ttwa,pct,itl,statsward,oa01,casward,npark,lsoa01,msoa01,ur01ind,oac01,oa11,lsoa11,msoa11,wz11,sicbl,bua11,buasd11,ru11ind,oac11,lat,long,lep1,lep2,pfa,imd,calncv,icb,oa21,lsoa21,msoa21";

export type GeneratedPostcode = {
	readonly postcode: string;
	readonly district: string;
	readonly point: Middle;
	readonly terminated: boolean;
	readonly largeUser: boolean;
};

/**
 * Made-up postcodes over England's real outcodes, as many as asked: sectors as crowds of points around their outcode,
 * letters that follow a walk through the sector with some strays, districts as cells with frayed edges around points
 * that have nothing to do with the outcodes. A third are no longer in use, as in the real directory.
 * @param fraying kilometres by which a district's edge wanders
 */
export function* generatePostcodes(
	count: number,
	seed: number,
	{ outcodes, districts }: Pick<PlacesContent, "outcodes" | "districts">,
	fraying = 0.5,
): Generator<GeneratedPostcode> {
	const random = seededRandom(seed);
	const bell = () => random.unit() + random.unit() + random.unit() - 1.5;
	const middles = [...unpackOutcodes(outcodes)];
	const districtAt = cells(
		districts.filter(({ current }) => current),
		middles.map(([, middle]) => middle),
		random.below,
		fraying,
	);
	const perOutcode = middles.map(() => 1 + random.below(8));
	const sectors = perOutcode.reduce((sum, number) => sum + number, 0);
	let made = 0;
	let done = 0;
	for (const [index, [outcode, middle]] of middles.entries()) {
		const spread = spreadOf(middle, middles);
		for (let digit = 0; digit < (perOutcode[index] ?? 0); digit += 1) {
			done += 1;
			const due = Math.min(UNITS, Math.round((count * done) / sectors) - made);
			const centre = {
				latitude: middle.latitude + bell() * spread,
				longitude: middle.longitude + bell() * spread * 1.6,
			};
			const walk = Array.from({ length: due }, () => ({
				latitude: centre.latitude + bell() * spread * 0.36,
				longitude: centre.longitude + bell() * spread * 0.57,
			})).toSorted((a, b) => stretch(a, centre, spread) - stretch(b, centre, spread));
			const strays = walk.map((point) => (random.chance(0.12) ? (walk[random.below(due)] ?? point) : point));
			for (const [unit, point] of unitsOf(due, random.chance).entries()) {
				const where = strays[unit] ?? centre;
				yield {
					postcode: `${outcode} ${digit}${point}`,
					district: districtAt(where),
					point: where,
					terminated: random.chance(0.34),
					largeUser: random.chance(0.01),
				};
			}
			made += due;
		}
	}
}

/** Lines of a file as ONS makes them: every column, most of them filled with what nobody reads. */
export function* postcodeDirectory(postcodes: Iterable<GeneratedPostcode>): Generator<string> {
	yield HEADER;
	for (const { postcode, district, point, terminated, largeUser } of postcodes) {
		const closed = postcode.replace(" ", "");
		const seven = closed.length === 7 ? closed : `${closed.slice(0, -3).padEnd(4)}${closed.slice(-3)}`;
		const [latitude, longitude] = [point.latitude.toFixed(6), point.longitude.toFixed(6)];
		yield `"${seven}","${postcode.replace(" ", "  ")}","${postcode}","198001","${terminated ? "200512" : ""}","E99999999","E99999999","${district}","E05011361","E43000157","${largeUser ? 1 : 0}","383848","0398589","1","E18000002","E40000010","E92000001","E12000002","8","E14001352","E15000002","E24000024","E30000239","E16000149","${district}","00BNGX","E00025967","00BNFK","E65000001","E01005131","E02001058","5","2A2","E00175827","E01033658","E02006902","E33004354","E38000217","E63001295","E35000486","A1","2B2",${latitude},${longitude},"E37000015","","E23000005",12008,"E56000032","E54000057","E00175827","E01033658","E02006902"`;
	}
}

/** Two-letter endings in order, some skipped, as many as asked. */
function unitsOf(count: number, chance: (probability: number) => boolean): readonly string[] {
	const chosen: string[] = [];
	for (let code = 0; code < UNITS && chosen.length < count; code += 1) {
		if (UNITS - code > count - chosen.length && chance(0.12)) continue;
		chosen.push(`${LETTERS.charAt(Math.floor(code / LETTERS.length))}${LETTERS.charAt(code % LETTERS.length)}`);
	}
	return chosen;
}

/** Strip after strip from south to north, each walked from west to east. */
function stretch(point: Middle, centre: Middle, spread: number): number {
	const strip = Math.floor(((point.latitude - centre.latitude) / spread) * 4);
	return strip * 100 + (point.longitude - centre.longitude) / spread;
}

/** In degrees: how far it is to the nearest outcodes. Towns have many close together. */
function spreadOf(middle: Middle, middles: readonly (readonly [string, Middle])[]): number {
	const distances = middles.map(([, other]) => squared(middle, other)).toSorted((a, b) => a - b);
	return Math.max(0.006, Math.sqrt(distances[4] ?? 0) * 0.6);
}

/** Cells around points taken from the outcodes' middles, those of one authority's districts near each other. */
function cells(
	districts: PlacesContent["districts"],
	middles: readonly Middle[],
	below: (limit: number) => number,
	fraying: number,
): (point: Middle) => string {
	const free = [...middles];
	const take = (index: number) => free.splice(index, 1)[0] ?? { latitude: 52, longitude: -1 };
	const seats: { readonly code: string; readonly seat: Middle }[] = [];
	for (const [, own] of Map.groupBy(districts, ({ authority }) => authority)) {
		const first = take(below(free.length));
		own.forEach(({ code }, index) => {
			const nearest = free.reduce(
				(best, other, at) => (squared(first, other) < squared(first, free[best] ?? first) ? at : best),
				0,
			);
			seats.push({ code, seat: index === 0 ? first : take(nearest) });
		});
	}
	const bend = fraying / KILOMETRES_PER_DEGREE;
	return ({ latitude, longitude }) => {
		const from = {
			latitude: latitude + bend * Math.sin(longitude * 190) + bend * 0.5 * Math.sin(latitude * 530),
			longitude: longitude + bend * 1.6 * Math.sin(latitude * 210) + bend * 0.8 * Math.sin(longitude * 470),
		};
		let best = "";
		let least = Number.POSITIVE_INFINITY;
		for (const { code, seat } of seats) {
			const distance = squared(from, seat);
			if (distance >= least) continue;
			least = distance;
			best = code;
		}
		return best;
	};
}

function squared(a: Middle, b: Middle): number {
	return (a.latitude - b.latitude) ** 2 + ((a.longitude - b.longitude) * 0.62) ** 2;
}
