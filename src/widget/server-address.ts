/**
 * Where the widget asks and links to: where its own script came from. A script that a page loads as a module does not
 * know its element; then the first that has our file's name is taken. Null where the script stands somewhere else.
 */
export const serverAddress: string | null = addressOf(
	document.currentScript instanceof HTMLScriptElement
		? document.currentScript
		: document.querySelector<HTMLScriptElement>('script[src*="/embed/"][src*="fingerpost.js"]'),
);

function addressOf(script: HTMLScriptElement | null): string | null {
	const [, address] = /^(https?:.*)\/embed\/[^/]+\/fingerpost\.js/.exec(script?.src ?? "") ?? [];
	return address ?? null;
}
