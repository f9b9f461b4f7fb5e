/**
 * By which a person is given a role: an e-mail address, or the line that the desk shows to somebody without a role (the
 * provider's address and the person's id there, with a space between). Null for anything else.
 */
export function readMemberName(text: string): string | null {
	const name = text.trim();
	if (/^[^\s@<>",;]{1,64}@[^\s@<>",;]{1,190}\.[^\s@<>",;.]{2,}$/.test(name)) return name.toLowerCase();
	return /^https?:\/\/[\x21-\x7e]{1,300} [\x21-\x7e]{1,255}$/.test(name) ? name : null;
}
