import type { Dependencies } from "#ports.ts";

/** Something that somebody should see to. `count` is how many, where that can be counted. Never data. */
export type Alarm = { readonly alarm: string; readonly count?: number };

/** What looks for trouble whenever `/health` or the desk asks: each answers what is wrong now, and nothing where all is well. */
export const ALARMS: readonly ((deps: Dependencies) => Promise<readonly Alarm[]>)[] = [];
