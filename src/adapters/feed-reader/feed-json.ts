/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** The value that a text holds; undefined where it is no JSON. */
export function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

export function isJson(value: unknown): value is Json {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An address below another: ".../v3/area" and "services" is ".../v3/area/services". The query stays behind. */
export function beneath(url: URL, name: string): URL {
	return new URL(name, `${url.origin}${url.pathname.replace(/\/*$/, "/")}`);
}

/** The address with these questions, as far as it does not answer them itself. The page is always ours. */
export function withQuery(url: URL, query: Readonly<Record<string, string>>): URL {
	const asked = new URL(url);
	for (const [name, value] of Object.entries(query))
		if (name === "page" || !asked.searchParams.has(name)) asked.searchParams.set(name, value);
	return asked;
}
