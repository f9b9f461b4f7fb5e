import type { DeskPart } from "#pages/desk/desk-part.ts";

/** The parts of the desk, in the order of the bar. A new part is put here, and nowhere else. */
export const deskParts: readonly DeskPart[] = [];
