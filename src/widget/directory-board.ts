import type { FacetCount, Relaxation } from "#domain/directory/search/query.ts";
import type { WidgetAnswer } from "#widget/ask-directory.ts";
import { siteLink } from "#widget/contact-link.ts";
import type { Setting } from "#widget/fingerpost-element.ts";
import { heading } from "#widget/heading.ts";
import { make, put } from "#widget/make-element.ts";
import { peopleLine } from "#widget/people-line.ts";
import { listenForPresses } from "#widget/press-listener.ts";
import type { Choices } from "#widget/question.ts";
import { resultItem } from "#widget/result-item.ts";
import { createSearchForm, type SearchForm } from "#widget/search-form.ts";
import { urgentNotice } from "#widget/urgent-notice.ts";
import { fill } from "#widget/widget-words.ts";

export type BoardActions = {
	readonly search: () => void;
	readonly more: (page: number) => void;
	/** The choices were changed by a suggestion; a radius where that was changed too, null for none. */
	readonly change: (radius: number | null | undefined) => void;
	readonly tell: Parameters<typeof listenForPresses>[1];
};

/** A wait this short is not worth a word. */
const QUIET_MS = 400;

/** What somebody sees of the directory: the question, how much was found, the list, and the ways to people. */
export class DirectoryBoard {
	private readonly form: SearchForm;
	private readonly urgent = make("div", { role: "alert" });
	private readonly status = make("p", { role: "status", part: "status", class: "status", tabindex: "-1" });
	private readonly ways = make("div", { class: "ways" });
	private readonly list = make("ol", { part: "list" });
	private readonly more = make("p", {});
	private readonly setting: Setting;
	private readonly actions: BoardActions;
	private quiet = 0;
	private found = "";

	constructor(board: HTMLElement, setting: Setting, kinds: readonly FacetCount[], actions: BoardActions) {
		this.setting = setting;
		this.actions = actions;
		const { words, server, attributes } = setting;
		this.form = createSearchForm(words.directory, kinds, actions.search);
		board.setAttribute("aria-labelledby", "title");
		put(
			board,
			heading(attributes.headingLevel, { id: "title", part: "title" }, words.directory.title),
			this.form.element,
			this.urgent,
			this.status,
			this.ways,
			this.list,
			this.more,
			peopleLine(setting, siteLink(`${server}/directory/${attributes.area}`, "directory", "link", words.directory.all)),
		);
		listenForPresses(board, actions.tell);
	}

	choices(): Choices {
		return this.form.read();
	}

	write(choices: Partial<Choices>): void {
		this.form.write(choices);
	}

	focus(): void {
		this.form.focus();
	}

	markPlace(wrong: boolean): void {
		this.form.markPlace(wrong);
	}

	busy(): void {
		window.clearTimeout(this.quiet);
		this.list.setAttribute("aria-busy", "true");
		this.quiet = window.setTimeout(() => put(this.status, this.setting.words.directory.searching), QUIET_MS);
	}

	showFailure(): void {
		this.rest();
		put(this.status, this.setting.words.directory.unavailable);
	}

	/** The first page takes the place of the list; a later one is put below it, and the person goes on there. */
	showAnswer(answer: WidgetAnswer, page: number): void {
		this.rest();
		const { words, attributes, server } = this.setting;
		const { directory } = words;
		const level = attributes.headingLevel + 1;
		const items = answer.items.map((hit) => {
			const address = `${server}/directory/${attributes.area}/services/${encodeURIComponent(hit.id)}`;
			return resultItem(directory, hit, address, level);
		});
		if (page === 1) put(this.list, ...items);
		else for (const item of items) this.list.appendChild(item);
		this.list.hidden = answer.total === 0;
		if (page === 1) put(this.urgent, answer.urgent ? urgentNotice(directory, answer.urgent, level) : null);
		this.found = this.foundText(answer);
		put(this.status, answer.place === "unknown" ? `${directory.unknown_place} ${this.found}` : this.found);
		put(this.ways, ...this.suggestions(answer));
		put(this.more, this.moreButton(answer, page));
		if (page > 1) items[0]?.querySelector("a")?.focus();
	}

	private rest(): void {
		window.clearTimeout(this.quiet);
		this.list.removeAttribute("aria-busy");
	}

	private foundText({ total }: WidgetAnswer): string {
		const { directory } = this.setting.words;
		const shown = this.list.children.length;
		if (total === 0) return directory.none;
		if (shown < total) return fill(directory.shown, { count: total, shown });
		return total === 1 ? directory.found_one : fill(directory.found, { count: total });
	}

	private moreButton({ total }: WidgetAnswer, page: number): HTMLElement | null {
		if (this.list.children.length >= total) return null;
		const button = make(
			"button",
			{ type: "button", part: "button", class: "button quiet" },
			this.setting.words.directory.show_more,
		);
		button.addEventListener("click", () => this.actions.more(page + 1));
		return button;
	}

	/** "Did you mean", or what to let go of when nothing was found. What the page itself has set is not offered. */
	private suggestions({ did_you_mean, relaxations = [] }: WidgetAnswer): readonly HTMLElement[] {
		const { directory } = this.setting.words;
		const { needs, audience } = this.setting.attributes;
		const fixed = ({ change }: Relaxation) =>
			("audience" in change && audience.length > 0) || ("need" in change && needs.length > 0);
		const buttons = relaxations
			.filter((relaxation) => !fixed(relaxation))
			.map(({ kind, change, total }) =>
				this.suggestion(fill(directory.try_with, { what: directory.relaxed[kind], count: total }), change),
			);
		const meant = did_you_mean
			? [this.suggestion(fill(directory.did_you_mean, { words: did_you_mean }), { q: did_you_mean })]
			: [];
		if (buttons.length + meant.length === 0) return [];
		return [make("p", {}, ...(buttons.length > 0 ? [directory.try_title] : [])), ...meant, ...buttons];
	}

	private suggestion(label: string, change: Relaxation["change"]): HTMLElement {
		const button = make("button", { type: "button", part: "button", class: "button quiet" }, label);
		button.addEventListener("click", () => {
			const now = this.choices();
			const text = (name: string, was: string) => (name in change ? String(change[name] ?? "") : was);
			this.write({
				q: text("q", now.q),
				near: now.near,
				need: text("need", now.need),
				age: text("age", now.age),
				free: now.free && !("free" in change),
				openNow: now.openNow && !("open_now" in change),
			});
			const radius = change["radius_km"];
			this.actions.change(radius === null || typeof radius === "number" ? radius : undefined);
			// The button goes with the answer; the person stays where the new one is told.
			this.status.focus();
		});
		return button;
	}
}
