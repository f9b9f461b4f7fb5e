import { readFileSync, readdirSync } from "node:fs";
import { readLexiconFiles } from "#cli/triage-training/lexicon-files.ts";
import { compileLexicon } from "#cli/triage-training/compile-lexicon.ts";
import { unpackLexicon } from "#domain/triage/lexicon.ts";
import { readMessage } from "#domain/triage/read-message.ts";
import { readSentence } from "#domain/triage/find-frames.ts";
import { sentenceFeatures, frameState } from "#domain/triage/features.ts";
export const lexicon = unpackLexicon(compileLexicon(await readLexiconFiles()));
const known = new Set<string>(); for (const w of lexicon.words.keys()) known.add(w); for (const ps of lexicon.phrases.values()) for (const p of ps) for (const w of p.words) known.add(w);
export const spelling = { respell: lexicon.respell, known: (w: string) => known.has(w) };
export type Ex = { text: string; level: string; reason: string; audience: string; family: string; hard?: boolean; plain?: boolean; file?: string };
const dir = "content/triage/examples/";
export const train: Ex[] = readdirSync(dir).sort().flatMap((f) => readFileSync(dir + f, "utf8").trim().split("\n").map((l) => ({ ...JSON.parse(l), file: f })));
export const held: Ex[] = readFileSync("tests/evaluation/triage/held-out.jsonl", "utf8").trim().split("\n").map((l) => JSON.parse(l));
export type Sent = { feats: number[]; words: number; rule: number; ruleName: string };
export const GROUP: any = { word: 0, pair: 1, skip: 2, letters: 3, meaning: 4, meanings: 5, frame: 6, mark: 7, cross: 8 };
const si = process.argv.indexOf("--scale");
export const SCALE: number[] = si < 0 ? [1,1,1,.4,1,1,2,1,1] : process.argv[si+1]!.split(",").map(Number);
const ORD: any = { none: 0, concern: 1, urgent: 2, emergency: 3 };
export function read(text: string): Sent[] {
  return readMessage(text, spelling).map((s) => {
    const r = readSentence(s, lexicon);
    const feats: number[] = [];
    sentenceFeatures(s, r, lexicon, (h, kind) => { const g = GROUP[kind]!; if (SCALE[g]! > 0) feats.push((h & 0x3ffff) + g * 262144); });
    let rule = 0, ruleName = "";
    for (const f of r.found) {
      const fr = lexicon.frames[f.frame]!;
      if (frameState(f, r, lexicon) !== "plain") continue;
      if (!fr.sure) continue;
      let lv = ORD[fr.level!];
      if (fr.now && r.meaning.now) lv = Math.max(lv, ORD[fr.now]);
      if (lv === 3 && r.meaning.past && !fr.always) lv = 2;
      if (lv > rule) { rule = lv; ruleName = fr.name; }
    }
    return { feats, words: s.words.length, rule, ruleName };
  });
}
