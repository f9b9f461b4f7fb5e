import { readExamples, readExampleFile } from "#cli/triage-training/examples.ts";
import { crossValidate } from "#cli/triage-training/cross-validate.ts";
import { readLexiconFiles } from "#cli/triage-training/lexicon-files.ts";
import { compileLexicon } from "#cli/triage-training/compile-lexicon.ts";
import { unpackLexicon } from "#domain/triage/lexicon.ts";
const lex = unpackLexicon(compileLexicon(await readLexiconFiles()));
const out = crossValidate(readExamples(), lex);
const pc = (a: any[], f: (x: any) => boolean) => (100 * a.filter(f).length / a.length).toFixed(1);
const lv = (l: string) => out.filter((o) => o.example.level === l);
const dangerL = (o: any) => o.urgency.level === "urgent" || o.urgency.level === "emergency";
console.log("E any", pc(lv("emergency"), dangerL), "999", pc(lv("emergency"), (o) => o.urgency.level === "emergency"), "U", pc(lv("urgent"), dangerL), "U->999", pc(lv("urgent"), (o) => o.urgency.level === "emergency"), "| C", pc(lv("concern"), dangerL), "none", pc(lv("none"), dangerL), "hard", pc(out.filter((o) => o.example.hard), dangerL), "none->concern", pc(lv("none"), (o) => o.urgency.level === "concern"), "concern->concern+", pc(lv("concern"), (o) => o.urgency.level !== "none"));
console.log("reason", pc(out.filter((o) => o.example.level !== "none" && o.urgency.level !== "none" && dangerL(o) === (o.example.level !== "concern")), (o) => o.urgency.reason === o.example.reason));
for (const rule of [0, 1]) for (const t of [-2.5, -2, -1.5, -1, -0.5, 0]) { const d = (o: any) => o.scores.danger >= t || (rule && (o.scores.said === "urgent" || o.scores.said === "emergency") && o.scores.danger >= t - 1); console.log(rule, t, "E", pc(lv("emergency"), d), "U", pc(lv("urgent"), d), "C", pc(lv("concern"), d), "none", pc(lv("none"), d), "hard", pc(out.filter((o) => o.example.hard), d)); }
const s = out.map((o) => [o.scores.danger, o.example.level === "none" ? 0 : o.example.level === "concern" ? -1 : 1]).filter((x) => x[1]! >= 0).sort((a, b) => a[0]! - b[0]!); let c = 0, a = 0, p = 0; for (const [, y] of s) if (y) { a += c; p++; } else c++; console.log("AUC", (a / p / c).toFixed(4));
