type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/**
 * An element with its attributes and what stands in it; text stays text. `true` sets an attribute without a value,
 * `false` and undefined leave it out. Only the oldest calls are used: old frameworks replace the newer ones.
 */
export function make<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	attributes: Attributes = {},
	...children: readonly (Node | string | null)[]
): HTMLElementTagNameMap[Name] {
	const element = document.createElement(name);
	for (const [key, value] of Object.entries(attributes))
		if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
	for (const child of children)
		if (child !== null) element.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
	return element;
}

/** Puts these in the place of all that an element holds. */
export function put(element: Element, ...children: readonly (Node | string | null)[]): void {
	element.textContent = "";
	for (const child of children)
		if (child !== null) element.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
}
