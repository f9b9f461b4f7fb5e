/** A button that prints the page, where there is script to do it. */
export function startPrinting(): void {
	for (const tools of document.querySelectorAll<HTMLElement>("[data-print-tools]")) tools.hidden = false;
	for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());
	for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-back]"))
		link.addEventListener("click", goBack);
}

/** "Back to the list" goes back to the list as it was, where the person came from it. */
function goBack(event: Event): void {
	const link = event.currentTarget;
	if (!(link instanceof HTMLAnchorElement) || !cameFrom(link.pathname)) return;
	event.preventDefault();
	history.back();
}

/** Pages send no referrer, so that only a browser that lets a page look at its own history can tell. */
function cameFrom(path: string): boolean {
	if (!("navigation" in window)) return false;
	const { navigation } = window;
	const before = navigation.entries()[(navigation.currentEntry?.index ?? 0) - 1];
	return before?.url ? new URL(before.url).pathname === path : false;
}
