/** "Did this help?" without leaving the page: the tap is sent on its way, and the next part shows at once. */
export function startHelped(): void {
	document.addEventListener("submit", (event) => {
		const { target, submitter } = event;
		if (!(target instanceof HTMLFormElement) || !(submitter instanceof HTMLButtonElement)) return;
		const box = target.closest<HTMLElement>("[data-helped]");
		if (!box) return;
		event.preventDefault();
		const body = new URLSearchParams();
		for (const [name, value] of new FormData(target)) if (typeof value === "string") body.append(name, value);
		body.append(submitter.name, submitter.value);
		fetch(target.action, { method: "POST", body, keepalive: true, redirect: "manual" }).catch(() => undefined);
		const next = submitter.name === "helped" && submitter.value !== "yes" ? "missing" : "thanks";
		box.dataset["helped"] = next;
		box.querySelector<HTMLElement>(`#help-${next}`)?.focus();
	});
}
