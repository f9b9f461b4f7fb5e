import { train, held, read, SCALE, type Ex, type Sent } from "./zz-exp.ts";
// config
const arg = (n: string, d: number) => { const i = process.argv.indexOf("--" + n); return i < 0 ? d : Number(process.argv[i + 1]); };
const FOLDS = arg("folds", 10), EPOCHS = arg("epochs", 12), L2 = arg("l2", 1e-5), LR = arg("lr", 0.15), ALPHA = arg("alpha", 0.5), RUNS = arg("runs", 1), NORM = arg("norm", 1);
const B = 1 << 22;
function hashFam(s: string) { let h = 2166136261; for (let i = 0; i < s.length; i++) h = Math.imul(h ^ s.charCodeAt(i), 16777619); h ^= h >>> 15; h = Math.imul(h, 0x2c1b3c6d); h ^= h >>> 12; return h >>> 0; }
export type Item = { ex: Ex; sents: Sent[]; fold: number; y: number; fi: Int32Array; fv: Float32Array };
const ORD: any = { none: 0, concern: 1, urgent: 2, emergency: 3 };
const unitVec = (feats: Iterable<number>) => { const m = new Set<number>(feats); const fi = Int32Array.from(m); const v = 1 / Math.pow(fi.length, ALPHA) * 4; const sv = new Float32Array(fi.length); let q = 0; for (let k = 0; k < fi.length; k++) { const s = SCALE[fi[k]! >> 18]!; sv[k] = s; q += s * s; } const nv = NORM ? 4 / Math.pow(q, ALPHA) : v; for (let k = 0; k < fi.length; k++) sv[k] = sv[k]! * nv; return { fi, v: nv, sv }; };
function mk(ex: Ex): any { const sents = read(ex.text); const all: number[] = []; for (const s of sents) for (const f of s.feats) all.push(f); const u = unitVec(all); return { ex, sents, fold: hashFam(ex.family ?? "") % FOLDS, y: ORD[ex.level], ...u }; }
const items = train.map(mk), heldItems = held.map(mk);
function rng(seed: number) { return () => { seed |= 0; seed = (seed + 0x6d2b79f5) | 0; let t = Math.imul(seed ^ (seed >>> 15), 1 | seed); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4294967296; }; }
type W = { w: Float32Array; b: number };
const allowed = (its: any[]) => { const fam = new Map<number, string>(); const ok = new Uint8Array(B); for (const it of its) for (const f of it.fi) { if (ok[f]) continue; const o = fam.get(f); if (o === undefined) fam.set(f, it.ex.family); else if (o !== it.ex.family) ok[f] = 1; } return ok; };
function fit(its: any[], label: (it: any) => number, ok: Uint8Array, posW = 1): W {
  const w = new Float32Array(B), g2 = new Float32Array(B).fill(1e-2); let b = 0, gb = 1e-2; const r = rng(7); const order = its.map((_, i) => i);
  const avg = new Float32Array(B); let avgB = 0, na = 0;
  for (let ep = 0; ep < EPOCHS; ep++) {
    for (let i = order.length - 1; i > 0; i--) { const j = Math.floor(r() * (i + 1)); const t = order[i]!; order[i] = order[j]!; order[j] = t; }
    for (const i of order) {
      const it = its[i]; const y = label(it); if (y < 0) continue; let s = b; const { fi, sv } = it;
      for (let k = 0; k < fi.length; k++) s += w[fi[k]]! * sv[k];
      const p = 1 / (1 + Math.exp(-s)); let g = p - y; if (y === 1) g *= posW;
      if (Math.abs(g) < 1e-3) continue;
      gb += g * g; b -= (LR * g) / Math.sqrt(gb);
      for (let k = 0; k < fi.length; k++) { const f = fi[k]; if (!ok[f]) continue; const gg = g * sv[k] + L2 * w[f]!; g2[f] = g2[f]! + gg * gg; w[f] = w[f]! - (LR * gg) / Math.sqrt(g2[f]!); }
    }
  }
  return { w, b };
}
function scoreFeats(m: W, u: any) { let s = m.b; const { fi, sv } = u; for (let k = 0; k < fi.length; k++) s += m.w[fi[k]!]! * sv[k]; return s; }
export function score(m: W, it: any) {
  let best = scoreFeats(m, it);
  if (RUNS && it.sents.length > 1) for (let i = 0; i < it.sents.length; i++) { const acc: number[] = []; for (let j = i; j < Math.min(it.sents.length, i + 8); j++) { for (const f of it.sents[j].feats) acc.push(f); const u = unitVec(acc); const s = scoreFeats(m, u); if (s > best) best = s; } }
  return best;
}
function thr(pos: number[], q: number) { const s = [...pos].sort((a, b) => a - b); return s[Math.floor((1 - q) * s.length)]!; }
function frac(a: number[], t: number) { return (100 * a.filter((x) => x >= t).length / a.length).toFixed(1); }
const useRules = arg("rules", 1);
function report(name: string, rows: { it: any; d: number; e: number }[], tDin?: number) {
  const dpos = rows.filter((r) => r.it.y >= 2), neg = rows.filter((r) => r.it.y < 2);
  const sc = (r: any) => useRules && Math.max(0, ...r.it.sents.map((s: any) => s.rule)) >= 2 ? 1e3 : r.d;
  for (const t of tDin !== undefined ? [tDin] : [0.94, 0.95, 0.96, 0.97].map((q) => thr(dpos.map(sc), q))) {
    const g = (f: (r: any) => boolean) => frac(rows.filter(f).map(sc), t);
    console.log(name, "t", t.toFixed(2), "| E", g((r) => r.it.y === 3), "U", g((r) => r.it.y === 2), "| C", g((r) => r.it.y === 1), "none", g((r) => r.it.y === 0), "hard", g((r) => r.it.ex.hard), "hardnone", g((r) => r.it.ex.hard && r.it.y === 0), "plainnone", g((r) => !r.it.ex.hard && r.it.y === 0), held && rows[0]!.it.ex.id ? "plain+" + g((r) => r.it.ex.plain) : "");
  }
  // AUC
  const s = [...dpos.map((r) => [sc(r), 1]), ...neg.filter((r) => r.it.y === 0).map((r) => [sc(r), 0])].sort((a: any, b: any) => a[0] - b[0]); let c = 0, a = 0, p = 0; for (const [, y] of s) { if (y) { a += c; p++; } else c++; } console.log(name, "AUC danger/none", (a / (p * c)).toFixed(4));
  const es = rows.filter((r) => r.it.y === 3); const se = (r: any) => useRules && Math.max(0, ...r.it.sents.map((s: any) => s.rule)) >= 3 ? 1e3 : r.e;
  for (const q of [0.9, 0.95]) { const t = thr(es.map(se), q); console.log(name, "999 at", q, "U as E", frac(rows.filter((r) => r.it.y === 2).map(se), t), "none as E", frac(rows.filter((r) => r.it.y === 0).map(se), t), "t", t.toFixed(2)); }
  return thr(dpos.map(sc), 0.96);
}
const cvRows: any[] = []; const t0 = Date.now();
for (let f = 0; f < FOLDS; f++) {
  const FR = arg('frac', 1); const tr = items.filter((i) => i.fold !== f && (hashFam('x' + i.ex.family) % 100) < FR * 100), te = items.filter((i) => i.fold === f); const ok = allowed(tr);
  const d = fit(tr, (i) => (i.y >= 2 ? 1 : 0), ok), e = fit(tr, (i) => (i.y === 3 ? 1 : 0), ok, 2);
  for (const it of te) cvRows.push({ it, d: score(d, it), e: score(e, it) });
  if (process.argv.includes("--quick") && f === 2) break;
}
const T = report("cv", cvRows); console.log((Date.now() - t0) / 1000, "s");
const ok = allowed(items); console.log("features", ok.reduce((a, b) => a + b, 0));
if (process.argv.includes("--held")) { const d = fit(items, (i) => (i.y >= 2 ? 1 : 0), ok), e = fit(items, (i) => (i.y === 3 ? 1 : 0), ok, 2); report("held", heldItems.map((it) => ({ it, d: score(d, it), e: score(e, it) }))); report("held@T", heldItems.map((it) => ({ it, d: score(d, it), e: score(e, it) })), T); }
if (process.argv.includes("--errors")) { const bad = cvRows.filter((r) => (r.it.y >= 2) !== (r.d >= T)); bad.sort((a, b) => a.d - b.d); const pos = bad.filter((r) => r.it.y >= 2), neg = bad.filter((r) => r.it.y < 2).reverse(); for (const r of pos.slice(0, 220)) console.log("MISS", r.d.toFixed(1), r.it.ex.level, r.it.ex.reason, "|", r.it.ex.text); for (const r of neg.slice(0, 220)) console.log("FALSE", r.d.toFixed(1), r.it.ex.level, "|", r.it.ex.text); }
