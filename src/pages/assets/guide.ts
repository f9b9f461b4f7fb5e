/**
 * The conversation without reloads. The state stays in the page and, sealed as the server gave it, with this one entry of the
 * tab's history, so that a refresh keeps the place; what was asked stays in the page alone. Without script, or where a request
 * fails for good, the same forms work by themselves.
 */
const PARTS = "text/fragment+html";
const LONGEST_WAIT_MS = 20_000;
/** The choice after which nothing of before is shown. */
const START_AGAIN = "restart";

type Place = { readonly state?: string; readonly first?: readonly (readonly [string, string])[] };

export function startGuide(): void {
	document.querySelector<HTMLFormElement>("form[data-doors]")?.addEventListener("submit", enter);
	const guide = document.getElementById("guide");
	if (!guide) return;
	document.addEventListener("submit", (event) => {
		const form = event.target;
		if (form instanceof HTMLFormElement && form.getAttribute("action") === location.pathname) take(event, form);
	});
	const state = guide.dataset["state"];
	if (state) keep({ state });
	else if (place().state) resume();
}

/** A door of the first page: what it says is taken along by the new entry of the history, not by a cookie or an address. */
function enter(event: SubmitEvent): void {
	const form = event.target;
	if (!(form instanceof HTMLFormElement)) return;
	event.preventDefault();
	history.pushState({ first: fieldsOf(form, event.submitter) }, "", form.action);
	location.reload();
}

let busy = false;

async function take(event: SubmitEvent, form: HTMLFormElement): Promise<void> {
	event.preventDefault();
	if (busy) return;
	const { submitter } = event;
	const fields = fieldsOf(form, submitter);
	const text = fields.find(([name]) => name === "text")?.[1].trim() ?? "";
	const choice = fields.some(([name]) => name === "choice") ? (submitter?.textContent?.trim() ?? "") : "";
	const first = document.querySelector("[data-guide=before]") ? (place().first ?? []) : [];
	const inside = form.contains(document.activeElement);
	const html = await ask(text ? [...fields, ...first.filter(([name]) => name === "area")] : [...first, ...fields]);
	document.querySelector<HTMLElement>("[data-no-reply]")?.toggleAttribute("hidden", html !== null);
	if (html === null) return;
	const shown = show(
		html,
		text,
		choice,
		fields.some(([, value]) => value === START_AGAIN),
	);
	if (!shown) form.submit();
	else if (text) form.querySelector("textarea")?.form?.reset();
	if (shown && inside && !document.activeElement?.closest("#guide")) focusOn("[data-part=turn] h2");
}

async function resume(): Promise<void> {
	const html = await ask([["state", place().state ?? ""]]);
	if (html !== null) show(html, "", "", true);
}

/** The parts of the page that answer; null where no answer came. */
async function ask(fields: readonly (readonly [string, string])[]): Promise<string | null> {
	const guide = document.getElementById("guide");
	busy = true;
	guide?.setAttribute("aria-busy", "true");
	try {
		const response = await fetch(location.pathname, {
			method: "POST",
			body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
			headers: { accept: PARTS },
			signal: AbortSignal.timeout?.(LONGEST_WAIT_MS),
		});
		return await response.text();
	} catch {
		return null;
	} finally {
		busy = false;
		guide?.removeAttribute("aria-busy");
	}
}

/** Puts the answer where its parts belong. False where it is no page of the guide. */
function show(html: string, text: string, choice: string, fresh: boolean): boolean {
	const next = new DOMParser().parseFromString(html, "text/html").getElementById("guide");
	const guide = document.getElementById("guide");
	if (!next || !guide) return false;
	keep({ state: next.dataset["state"] });
	if (guide.dataset["guide"] !== "open") {
		document.getElementById("main")?.replaceChildren(next);
		if (text) say(next, text, choice);
		scrollTo(0, 0);
		focusOn("[data-part=turn] h2");
		return true;
	}
	const card = part(guide, "card")?.innerHTML;
	const turn = part(guide, "turn");
	const newTurn = part(next, "turn")?.innerHTML !== turn?.innerHTML;
	if (fresh) forget(guide);
	else if (newTurn || text) remember(guide, text, choice);
	for (const area of guide.querySelectorAll<HTMLElement>("[data-part]")) {
		const now = part(next, area.dataset["part"] ?? "");
		if (now && (now.innerHTML !== area.innerHTML || (text && area === turn))) area.replaceChildren(...now.childNodes);
	}
	for (const field of guide.querySelectorAll<HTMLInputElement>("[name=state]"))
		field.value = next.dataset["state"] ?? "";
	const cardNow = part(guide, "card");
	const target = cardNow?.innerHTML && (cardNow.innerHTML !== card || newTurn) ? cardNow : guide;
	target.scrollIntoView({ block: "start" });
	return true;
}

/** Moves what stood here to what was asked before, and says above the answer what was asked now. A person's own words are text, never markup. */
function remember(guide: HTMLElement, text: string, choice: string): void {
	const asked = guide.querySelector<HTMLElement>("[data-asked]");
	const earlier = guide.querySelector<HTMLElement>("[data-earlier]");
	const turn = part(guide, "turn");
	if (!asked || !earlier || !turn) return;
	const entry = document.createElement("div");
	entry.className = "past";
	if (!asked.hidden) entry.append(paragraph(asked.textContent ?? "", "asked"));
	for (const article of turn.children) entry.append(article.cloneNode(true));
	for (const heading of entry.querySelectorAll("[tabindex]")) heading.removeAttribute("tabindex");
	earlier.append(entry);
	earlier.hidden = false;
	say(guide, text, choice);
}

/** Says above the answer what was asked for it. */
function say(guide: HTMLElement, text: string, choice: string): void {
	const asked = guide.querySelector<HTMLElement>("[data-asked]");
	if (!asked) return;
	const label = text ? asked.dataset["youSaid"] : asked.dataset["youChose"];
	asked.textContent = `${label}: ${text || choice}`;
	asked.hidden = !(text || choice);
}

/** A new start: nothing of before is left on the page. */
function forget(guide: HTMLElement): void {
	const asked = guide.querySelector<HTMLElement>("[data-asked]");
	const earlier = guide.querySelector<HTMLDetailsElement>("[data-earlier]");
	for (const entry of guide.querySelectorAll(".past")) entry.remove();
	if (earlier) earlier.hidden = true;
	if (asked) {
		asked.textContent = "";
		asked.hidden = true;
	}
}

function paragraph(text: string, className: string): HTMLElement {
	const made = document.createElement("p");
	made.className = className;
	made.textContent = text;
	return made;
}

function part(within: HTMLElement, name: string): HTMLElement | null {
	return within.querySelector<HTMLElement>(`[data-part=${name}]`);
}

function focusOn(selector: string): void {
	document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
}

function fieldsOf(form: HTMLFormElement, submitter: HTMLElement | null): (readonly [string, string])[] {
	const fields = [...new FormData(form)].flatMap(([name, value]) =>
		typeof value === "string" ? [[name, value] as const] : [],
	);
	return submitter instanceof HTMLButtonElement && submitter.name
		? [...fields, [submitter.name, submitter.value] as const]
		: fields;
}

function place(): Place {
	const kept: unknown = history.state;
	return typeof kept === "object" && kept !== null ? kept : {};
}

function keep(now: Place): void {
	history.replaceState(now, "");
}
