/**
 * The same record without what is unset: undefined, "" and empty lists.
 * The cast is safe because only optional fields can be unset where this is called: required ones are always filled.
 */
export function withoutUnset<T extends object>(record: T): T {
	const held = Object.entries(record).filter(
		([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
	);
	return Object.fromEntries(held) as T;
}
