/** Leaving in a hurry: by the button, or by pressing Shift three times. This page is gone from sight at once, and going back does not bring it back. */
const PRESSES = 3;
const WITHIN_MS = 1500;

export function startLeaving(): void {
	const link = document.querySelector<HTMLAnchorElement>("[data-leave]");
	const harmless = link?.dataset["leave"];
	if (!link || !harmless) return;
	const leave = () => {
		document.title = "";
		document.documentElement.replaceChildren();
		// The server forgets its cookie and has the browser clear what it keeps of this site, without anyone waiting for it.
		fetch(link.href, { redirect: "manual", keepalive: true }).catch(() => undefined);
		history.replaceState(null, "", "/");
		location.replace(harmless);
	};
	link.addEventListener("click", (event) => {
		event.preventDefault();
		leave();
	});
	let pressed: number[] = [];
	document.addEventListener("keydown", ({ key, repeat, timeStamp }) => {
		if (repeat) return;
		pressed = key === "Shift" ? [...pressed.filter((at) => timeStamp - at < WITHIN_MS), timeStamp] : [];
		if (pressed.length >= PRESSES) leave();
	});
}
