/**
 * A form that changes one part of its page: the answer's part takes the place of ours, and nothing else moves. The person goes
 * on at the heading of what was found.
 */
export function startSwaps(): void {
	document.addEventListener("submit", (event) => {
		const { target: form, submitter } = event;
		if (!(form instanceof HTMLFormElement) || !form.dataset["swap"]) return;
		const button = submitter instanceof HTMLButtonElement ? submitter : null;
		event.preventDefault();
		swap(form, button, form.dataset["swap"]).catch(() => form.submit());
	});
}

async function swap(form: HTMLFormElement, button: HTMLButtonElement | null, selector: string): Promise<void> {
	const body = new URLSearchParams();
	for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
	if (button?.name) body.append(button.name, button.value);
	const response = await fetch(form.action, { method: "POST", body });
	const fresh = new DOMParser().parseFromString(await response.text(), "text/html").querySelector(selector);
	const here = document.querySelector(selector);
	if (!fresh || !here) throw new Error("The answer has no such part.");
	here.replaceChildren(...fresh.childNodes);
	here.querySelector<HTMLElement>("h2[tabindex]")?.focus();
}
