/**
 * A link as plain text: its words and, where they say something else, its address.
 * "mailto:" and "tel:" lose their prefix; an address that is no address of the web, of mail or of a phone is dropped.
 */
export function linkAsText(words: string, address: string): string {
	const target = unwrapRedirect(address.trim());
	const shown = words.replace(/\s+/g, " ").trim();
	const mail = /^(?:mailto|tel):(?:\/\/)?([^?]+)/i.exec(target);
	const web = /^https?:\/\/\S+$/i.test(target);
	const plain = mail?.[1] ?? (web ? target : "");
	if (plain === "" || sameAddress(shown, plain)) return shown;
	return shown === "" ? plain : `${shown} (${plain})`;
}

function sameAddress(shown: string, address: string): boolean {
	const bare = (text: string) =>
		text
			.toLowerCase()
			.replace(/[*_]{2}/g, "")
			.replace(/^https?:\/\//, "")
			.replace(/^www\./, "")
			.replace(/[\s.,/]+$/, "")
			.replace(/\s/g, "");
	return bare(shown) === bare(address);
}

/** Mail filters wrap addresses and add the reader's own mail address: the wrapped one is the one that was meant. */
export function unwrapRedirect(address: string): string {
	if (!/^https?:\/\/[^/]*safelinks\.protection\.outlook\.com\//i.test(address)) return address;
	const target = /[?&]url=([^&]+)/i.exec(address)?.[1];
	if (target === undefined) return address;
	try {
		const decoded = decodeURIComponent(target);
		return /^https?:\/\//i.test(decoded) ? decoded : address;
	} catch {
		return address;
	}
}
