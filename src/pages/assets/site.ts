/** What script adds. Everything works without it. */
import { startGuide } from "#pages/assets/guide.ts";
import { startHelped } from "#pages/assets/helped.ts";
import { startLeaving } from "#pages/assets/leave.ts";
import { startPrinting } from "#pages/assets/print.ts";
import { startSheet } from "#pages/assets/sheet.ts";
import { startSwaps } from "#pages/assets/swap.ts";

startLeaving();
startGuide();
startSwaps();
startHelped();
startPrinting();
startSheet();
