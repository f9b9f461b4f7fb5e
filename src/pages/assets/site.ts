/**
 * What script adds: leaving in a hurry by pressing Shift three times, and without a trace of this page to go back to.
 * Everything works without it.
 */
const leave = document.querySelector<HTMLAnchorElement>("[data-leave]");
const PRESSES = 3;
const WITHIN_MS = 1500;

function goNow(): void {
	if (!leave) return;
	document.documentElement.replaceChildren();
	window.location.replace(leave.href);
}

leave?.addEventListener("click", (event) => {
	event.preventDefault();
	goNow();
});

let pressed: number[] = [];
document.addEventListener("keydown", (event) => {
	if (event.key !== "Shift") {
		pressed = [];
		return;
	}
	if (event.repeat) return;
	pressed = [...pressed.filter((at) => event.timeStamp - at < WITHIN_MS), event.timeStamp];
	if (pressed.length >= PRESSES) goNow();
});
