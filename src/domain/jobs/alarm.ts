/** Something that somebody should see to. `count` is how many, where that can be counted. Never data. */
export type Alarm = { readonly alarm: string; readonly count?: number };
