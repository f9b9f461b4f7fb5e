/** HTML's names for characters that directories use. Latin-1 is in code order from U+00A0. */
const LATIN_1 =
	"nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro " +
	"para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil " +
	"Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave " +
	"Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml " +
	"igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute " +
	"thorn yuml";
const OTHERS =
	"amp=& lt=< gt=> quot=\" apos=' num=# lpar=( rpar=) comma=, period=. colon=: semi=; excl=! quest=? sol=/ commat=@ " +
	"lsqb=[ rsqb=] lowbar=_ hyphen=‐ dash=‐ ndash=– mdash=— lsquo=‘ rsquo=’ sbquo=‚ ldquo=“ rdquo=” bdquo=„ dagger=† " +
	"bull=• hellip=… prime=′ lsaquo=‹ rsaquo=› euro=€ trade=™ larr=← uarr=↑ rarr=→ darr=↓ harr=↔ minus=− asymp=≈ ne=≠ " +
	"le=≤ ge=≥ check=✓ star=☆ starf=★ phone=☎ hearts=♥ OElig=Œ oelig=œ Scaron=Š scaron=š Yuml=Ÿ fnof=ƒ circ=ˆ tilde=˜ " +
	"wcirc=ŵ Wcirc=Ŵ ycirc=ŷ Ycirc=Ŷ lstrok=ł Lstrok=Ł";
const SPACES = {
	ensp: "\u2002",
	emsp: "\u2003",
	thinsp: "\u2009",
	zwj: "\u200d",
	zwnj: "\u200c",
	NewLine: "\n",
	Tab: " ",
};

const named = new Map<string, string>([
	...LATIN_1.split(" ").map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
	...OTHERS.split(" ").map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)] as const),
	...Object.entries(SPACES),
]);

/** Numbers 128 to 159 mean Windows-1252 to every browser (HTML standard, numeric character references). */
const NUMBERED = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function numbered(digits: string, radix: number): string | null {
	const code = Number.parseInt(digits, radix);
	if (code >= 0x80 && code <= 0x9f) return NUMBERED.charAt(code - 0x80);
	if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
	return String.fromCodePoint(code);
}

/** Turns "&amp;", "&#8217;" and "&#x2019;" into their characters. An unknown name stays as it stands. */
export function decodeEntities(text: string): string {
	if (!text.includes("&")) return text;
	return text
		.replace(/&(?:amp;)+/g, "&")
		.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z][a-z0-9]{1,9}));/gi, (whole, hex, decimal, name) => {
			if (hex !== undefined) return numbered(hex, 16) ?? whole;
			if (decimal !== undefined) return numbered(decimal, 10) ?? whole;
			return named.get(name) ?? whole;
		});
}
