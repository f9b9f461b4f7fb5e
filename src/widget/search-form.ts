import type { FacetCount } from "#domain/directory/search/query.ts";
import { make, put } from "#widget/make-element.ts";
import { type Choices, NO_CHOICES } from "#widget/question.ts";
import type { DirectoryWords } from "#widget/widget-words.ts";

export type SearchForm = {
	readonly element: HTMLFormElement;
	readonly read: () => Choices;
	readonly write: (choices: Partial<Choices>) => void;
	/** Says that the place cannot be read, and takes the person to it; or takes that back. */
	readonly markPlace: (wrong: boolean) => void;
	readonly focus: () => void;
};

const OLDEST = 18;

/**
 * The question as a form. It is never sent as one: in a frame that allows no forms a browser drops the submission before
 * a script hears of it, but the press of the button is heard everywhere, and Enter in a field presses it.
 */
export function createSearchForm(words: DirectoryWords, kinds: readonly FacetCount[], search: () => void): SearchForm {
	const q = make("input", { id: "q", part: "input", type: "search", autocomplete: "off", maxlength: "300" });
	const near = make("input", {
		id: "near",
		part: "input",
		type: "text",
		autocomplete: "off",
		autocapitalize: "characters",
		spellcheck: "false",
		maxlength: "80",
		"aria-describedby": "near-hint near-wrong",
	});
	const wrong = make("p", { id: "near-wrong", class: "wrong", part: "problem" });
	const kind = select(
		"kind",
		words.any_kind,
		kinds.map(({ id, name }) => [id, name] as const),
	);
	const ages: (readonly [string, string])[] = [["unborn", words.unborn]];
	for (let years = 0; years <= OLDEST; years += 1) ages.push([String(years), String(years)]);
	const age = select("age", words.any_age, ages);
	const free = make("input", { id: "free", type: "checkbox" });
	const openNow = make("input", { id: "open", type: "checkbox" });
	const button = make("button", { type: "submit", part: "button", class: "button" }, words.search);
	const element = make(
		"form",
		{ part: "form", novalidate: true },
		field("q", words.what, q),
		field("near", words.where, make("p", { id: "near-hint", class: "hint" }, words.where_hint), wrong, near),
		kinds.length > 1 ? field("kind", words.kind, kind) : null,
		make(
			"details",
			{ part: "more-choices" },
			make("summary", {}, words.more),
			field("age", words.age, age),
			tick(free, words.free),
			tick(openNow, words.open_now),
		),
		button,
	);
	const press = (event: Event) => {
		event.preventDefault();
		search();
	};
	button.addEventListener("click", press);
	element.addEventListener("submit", press);
	return {
		element,
		read: () => ({
			q: q.value,
			near: near.value,
			need: kind.value,
			age: age.value,
			free: free.checked,
			openNow: openNow.checked,
		}),
		write: (choices) => {
			const now = { ...NO_CHOICES, ...choices };
			q.value = now.q;
			near.value = now.near;
			kind.value = now.need;
			age.value = now.age;
			free.checked = now.free;
			openNow.checked = now.openNow;
		},
		markPlace: (isWrong) => {
			put(wrong, isWrong ? words.where_wrong : null);
			if (isWrong) near.setAttribute("aria-invalid", "true");
			else near.removeAttribute("aria-invalid");
			if (isWrong) near.focus();
		},
		focus: () => q.focus(),
	};
}

function field(id: string, label: string, ...parts: readonly (Node | null)[]): HTMLElement {
	return make("div", { class: "field" }, make("label", { for: id, part: "label" }, label), ...parts);
}

function tick(box: HTMLInputElement, label: string): HTMLElement {
	return make("label", { class: "tick", part: "label" }, box, ` ${label}`);
}

function select(id: string, any: string, options: readonly (readonly [string, string])[]): HTMLSelectElement {
	const element = make("select", { id, part: "input" }, make("option", { value: "" }, any));
	for (const [value, label] of options) element.appendChild(make("option", { value }, label));
	return element;
}
