/** ISO 639-1 codes of languages spoken by families in England (Census 2021), British Sign Language with its 639-3 code. */
const NAMES = new Map(
	(
		"ar Arabic,bn Bengali,bg Bulgarian,zh Chinese,hr Croatian,cs Czech,da Danish,nl Dutch,en English,et Estonian,fi Finnish," +
		"fr French,ka Georgian,de German,el Greek,gu Gujarati,he Hebrew,hi Hindi,hu Hungarian,ga Irish,it Italian,ja Japanese," +
		"ko Korean,ku Kurdish,lv Latvian,lt Lithuanian,ms Malay,ml Malayalam,mr Marathi,ne Nepali,no Norwegian,ps Pashto," +
		"fa Persian,pl Polish,pt Portuguese,pa Punjabi,ro Romanian,ru Russian,sr Serbian,sn Shona,si Sinhala,sk Slovak," +
		"sl Slovenian,so Somali,es Spanish,sw Swahili,sv Swedish,tl Tagalog,ta Tamil,te Telugu,th Thai,ti Tigrinya,tr Turkish," +
		"uk Ukrainian,ur Urdu,vi Vietnamese,cy Welsh,yi Yiddish,yo Yoruba,ig Igbo,ak Akan,am Amharic,sq Albanian," +
		"bfi British Sign Language,yue Cantonese,cmn Mandarin,rom Romani,syl Sylheti"
	)
		.split(",")
		.map((pair) => [pair.slice(0, pair.indexOf(" ")), pair.slice(pair.indexOf(" ") + 1)] as const),
);
const CODES = new Map([...NAMES].map(([code, name]) => [name.toLowerCase(), code]));
const OTHER_NAMES = new Map([
	["bsl", "bfi"],
	["farsi", "fa"],
	["sylheti", "syl"],
	["panjabi", "pa"],
	["kurdish (sorani)", "ku"],
	["sign language", "bfi"],
]);

export type LanguageName = { readonly name?: string; readonly code?: string };

/** The name and the code that belong to either; a language we do not know keeps its name and has no code. */
export function languageOf(text: string): LanguageName {
	const plain = text.toLowerCase();
	const code = NAMES.has(plain) ? plain : (OTHER_NAMES.get(plain) ?? CODES.get(plain));
	if (code === undefined) return { name: text };
	return { name: OTHER_NAMES.has(plain) || plain === code ? NAMES.get(code) : text, code };
}
