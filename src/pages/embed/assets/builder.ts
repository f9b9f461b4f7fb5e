/** What script adds to the page where a council makes its code: it shows each change at once, and copies. */
const QUIET_MS = 350;

const form = document.querySelector<HTMLFormElement>("#choices");
let timer = 0;
let asked = 0;

showCopies();
form?.addEventListener("input", () => {
	window.clearTimeout(timer);
	timer = window.setTimeout(() => form && refresh(form), QUIET_MS);
});
document.addEventListener("click", (event) => {
	const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-copy]") : null;
	if (button) copy(button);
});

/** The server makes the code; only what it made is put in the place of ours. A newer change takes the place of an older one. */
async function refresh(choices: HTMLFormElement): Promise<void> {
	const mine = ++asked;
	const fields = [...new FormData(choices)].flatMap(([name, value]) =>
		typeof value === "string" && value !== "" ? [[name, value]] : [],
	);
	const address = `${choices.action}?${new URLSearchParams(fields)}`;
	try {
		const fresh = new DOMParser()
			.parseFromString(await (await fetch(address)).text(), "text/html")
			.querySelector("#made");
		const here = document.querySelector("#made");
		if (!fresh || !here || mine !== asked) return;
		here.replaceWith(document.adoptNode(fresh));
		showCopies();
		history.replaceState(null, "", address);
	} catch {
		// The button below the form does the same without us.
	}
}

function showCopies(): void {
	if (!navigator.clipboard) return;
	for (const button of document.querySelectorAll<HTMLElement>("[data-copy]")) button.hidden = false;
}

async function copy(button: HTMLElement): Promise<void> {
	const field = document.getElementById(button.dataset["copy"] ?? "");
	if (!(field instanceof HTMLTextAreaElement)) return;
	field.select();
	try {
		await navigator.clipboard.writeText(field.value);
	} catch {
		return;
	}
	const said = document.querySelector("#copied");
	if (said) said.textContent = button.dataset["copied"] ?? "";
}
