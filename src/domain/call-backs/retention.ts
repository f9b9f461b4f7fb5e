/** How long what a person told us is kept, and when silence is told on. The papers on governance are compared with these. */

/** Contact details are erased this many days after a request was closed. */
export const ERASED_DAYS_AFTER_CLOSING = 14;
/** They are erased at this age in days, whatever happened. */
export const ERASED_AT_AGE_DAYS = 30;
/** What is left of an erased request (its reference and what became of it) goes this many days after. */
export const REMAINS_DAYS_AFTER_ERASING = 30;
/** A broken promise is told to the duty inbox at once, and to the area's manager this many hours after. */
export const MANAGER_TOLD_AFTER_HOURS = 24;
/** Where an area promises no time, a request counts as overdue after this many days. */
export const OVERDUE_WITHOUT_PROMISE_DAYS = 5;
/** Counts below this are not shown: from few people one may be recognised. */
export const SMALLEST_COUNT_SHOWN = 5;
/** A message that arrived is taken out of the outbox after this many days. */
export const DELIVERED_KEPT_DAYS = 7;

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
