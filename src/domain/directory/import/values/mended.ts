/**
 * What became of a text that should be a value of some kind.
 * `rule` is set when the value says something other than the text did, or when it was left out (`value` unset).
 */
export type Mended<T> = { readonly value?: T; readonly rule?: string };
