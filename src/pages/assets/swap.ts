/** A form that changes one part of its page: the answer's part takes the place of ours, and nothing else moves. */
export function startSwaps(): void {
	for (const form of document.querySelectorAll<HTMLFormElement>("form[data-swap]")) {
		form.addEventListener("submit", (event) => {
			event.preventDefault();
			swap(form).catch(() => form.submit());
		});
	}
}

async function swap(form: HTMLFormElement): Promise<void> {
	const selector = form.dataset["swap"] ?? "";
	const body = new URLSearchParams(
		[...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
	);
	const response = await fetch(form.action, { method: "POST", body });
	const fresh = new DOMParser().parseFromString(await response.text(), "text/html").querySelector(selector);
	const here = document.querySelector(selector);
	if (!fresh || !here) throw new Error("The answer has no such part.");
	here.replaceChildren(...fresh.childNodes);
}
