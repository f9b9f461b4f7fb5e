/** A sheet that is filled in: it grows with what is written, prints, and is saved as a file on this device. Nothing is sent. */
export function startSheet(): void {
	const sheet = document.querySelector<HTMLElement>("[data-sheet]");
	const tools = sheet?.querySelector<HTMLElement>("[data-sheet-tools]");
	if (!sheet || !tools) return;
	const boxes = [...sheet.querySelectorAll("textarea")];
	tools.hidden = false;
	for (const box of boxes) box.addEventListener("input", () => grow(box));
	tools.addEventListener("click", ({ target }) => {
		if (!(target instanceof HTMLButtonElement)) return;
		if (target.dataset["do"] === "print") print();
		if (target.dataset["do"] === "save") save(sheet, boxes);
		if (target.dataset["do"] === "clear") {
			for (const box of boxes) {
				box.value = "";
				grow(box);
			}
		}
		const said = sheet.querySelector("[data-sheet-said]");
		if (said) said.textContent = target.dataset["done"] ?? "";
	});
}

function grow(box: HTMLTextAreaElement): void {
	box.style.blockSize = "auto";
	if (box.value !== "") box.style.blockSize = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
}

function save(sheet: HTMLElement, boxes: readonly HTMLTextAreaElement[]): void {
	const parts = boxes.map((box) => `${box.labels[0]?.textContent ?? ""}\n${box.value}\n`);
	const text = [`${sheet.querySelector("h1")?.textContent ?? ""}\n`, ...parts].join("\n");
	const link = document.createElement("a");
	link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
	link.download = "sheet.txt";
	link.click();
	URL.revokeObjectURL(link.href);
}
