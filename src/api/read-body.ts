/**
 * The text of a request's body, at most `most` bytes of it. What lies beyond is not read, but what was read
 * is answered too: a message that is too long may still be a cry for help.
 */
export async function readBody(
	request: Request,
	most: number,
): Promise<{ readonly text: string; readonly whole: boolean }> {
	if (!request.body) return { text: "", whole: true };
	const reader = request.body.getReader();
	const decoder = new TextDecoder();
	let text = "";
	let size = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return { text: text + decoder.decode(), whole: true };
		size += value.byteLength;
		text += decoder.decode(value, { stream: true });
		if (size > most) {
			await reader.cancel();
			return { text, whole: false };
		}
	}
}
