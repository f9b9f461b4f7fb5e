/** A posted form: several values may bear one name. */
export type DeskForm = {
	/** The first value, as it was sent; "" where there is none. */
	readonly text: (name: string) => string;
	readonly all: (name: string) => readonly string[];
	readonly has: (name: string) => boolean;
	/** A file that was sent; null for none, or an empty one. */
	readonly file: (name: string) => File | null;
};

export const LARGEST_FORM = 256 * 1024;

export const emptyForm: DeskForm = deskForm(new FormData());

/** What was posted; "too large" where it is more than `largest` bytes, of which then nothing is kept. A body that is no form gives no fields. */
export async function readDeskForm(request: Request, largest = LARGEST_FORM): Promise<DeskForm | "too large"> {
	const body = await wholeBody(request, largest);
	if (body === null) return "too large";
	const type = request.headers.get("content-type") ?? "";
	if (type.startsWith("multipart/form-data"))
		return deskForm(
			await new Response(body, { headers: { "content-type": type } }).formData().catch(() => new FormData()),
		);
	const fields = new FormData();
	if (type.startsWith("application/x-www-form-urlencoded"))
		for (const [name, value] of new URLSearchParams(new TextDecoder().decode(body))) fields.append(name, value);
	return deskForm(fields);
}

function deskForm(fields: FormData): DeskForm {
	const all = (name: string) => fields.getAll(name).filter((value) => typeof value === "string");
	return {
		text: (name) => all(name)[0] ?? "",
		all,
		has: (name) => fields.has(name),
		file: (name) => {
			const value = fields.get(name);
			return value !== null && typeof value !== "string" && value.size > 0 ? value : null;
		},
	};
}

async function wholeBody(request: Request, largest: number): Promise<Uint8Array<ArrayBuffer> | null> {
	const parts: Uint8Array[] = [];
	let size = 0;
	for (const reader = request.body?.getReader(); reader; ) {
		const { done, value } = await reader.read();
		if (done) break;
		size += value.byteLength;
		if (size > largest) {
			await reader.cancel();
			return null;
		}
		parts.push(value);
	}
	const whole = new Uint8Array(size);
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.byteLength;
	}
	return whole;
}
