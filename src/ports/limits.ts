import type { LimitKind } from "#domain/limits/limit-kinds.ts";

/** True when a network has done too much of a kind in this minute. `who` is its address, which is kept nowhere. */
export type Limited = (kind: LimitKind, who: string) => Promise<boolean>;
