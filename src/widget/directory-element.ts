import type { FacetCount } from "#domain/directory/search/query.ts";
import { askDirectory, type WidgetAnswer } from "#widget/ask-directory.ts";
import { DirectoryBoard } from "#widget/directory-board.ts";
import { FingerpostElement, type Setting } from "#widget/fingerpost-element.ts";
import { type Choices, NO_CHOICES, questionOf } from "#widget/question.ts";

/**
 * `<fingerpost-directory>`: an area's services, to search. Nothing is asked of the server before it is seen, and until
 * the first answer has come the page's own content between the tags is what shows.
 */
export class FingerpostDirectoryElement extends FingerpostElement {
	private stopWaiting: () => void = () => undefined;
	private asking: AbortController | null = null;
	private setting: Setting | null = null;
	private view: DirectoryBoard | null = null;
	/** What was asked last: "show more" goes on with it, whatever has been typed since. */
	private asked: Choices = NO_CHOICES;
	private radius: number | null = null;

	protected begin(setting: Setting): void {
		this.setting = setting;
		this.radius = setting.attributes.radius;
		const observer = new IntersectionObserver((entries) => {
			if (entries.some((entry) => entry.isIntersecting)) this.ask(NO_CHOICES, 1);
		});
		observer.observe(this);
		this.stopWaiting = () => observer.disconnect();
	}

	protected stop(): void {
		this.stopWaiting();
		this.asking?.abort();
		this.asking = null;
		this.view = null;
		this.setting = null;
		this.board.textContent = "";
	}

	/** Asks for a page of what was chosen, and shows it. A newer question takes the place of one under way. */
	private ask(choices: Choices, page: number): void {
		const { setting } = this;
		if (!setting || (this.asking && !this.view)) return;
		const question = questionOf(setting.attributes, choices, this.radius, page);
		this.view?.markPlace(!question.ok);
		if (!question.ok) return;
		this.asked = choices;
		this.asking?.abort();
		const asking = new AbortController();
		this.asking = asking;
		this.view?.busy();
		askDirectory(setting.server, setting.attributes.area, question.parameters, asking).then((reply) => {
			if (this.asking !== asking || reply.kind === "dropped") return;
			this.asking = null;
			this.safely(() => {
				if (reply.kind === "answer") this.answer(setting, reply.answer, page);
				else this.fail(setting, reply.reason);
			});
		});
	}

	private answer(setting: Setting, answer: WidgetAnswer, page: number): void {
		const { area } = setting.attributes;
		if (this.view) {
			this.view.showAnswer(answer, page);
			this.show(true);
			if (page === 1) this.emit("search", { area, total: answer.total });
			return;
		}
		this.stopWaiting();
		this.open(setting, answer);
		this.emit("ready", { area });
		// The page names a kind of help or an audience that nobody here knows: told to its makers, not to its readers.
		if (answer.unknown && answer.unknown.length > 0) this.emit("error", { area, reason: "attribute" });
	}

	/** Takes the place of the page's own content, and takes over what somebody has begun to write there. */
	private open(setting: Setting, answer: WidgetAnswer): void {
		const written = this.written();
		const view = new DirectoryBoard(this.board, setting, kindsOf(setting, answer), {
			search: () => {
				this.radius = setting.attributes.radius;
				this.ask(view.choices(), 1);
			},
			more: (page) => this.ask(this.asked, page),
			change: (radius) => {
				if (radius !== undefined) this.radius = radius;
				this.ask(view.choices(), 1);
			},
			tell: (told) => {
				const { area } = setting.attributes;
				if (told.name === "open") this.emit("open", { area, what: told.what });
				else this.emit("contact", { area, by: told.by });
			},
		});
		this.view = view;
		view.showAnswer(answer, 1);
		view.write(written.choices);
		this.show(true);
		if (written.focused) view.focus();
	}

	private written(): { readonly choices: Partial<Choices>; readonly focused: boolean } {
		const textOf = (name: string) => this.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? "";
		return {
			choices: { q: textOf("q"), near: textOf("near") },
			focused: this.contains(document.activeElement) && document.activeElement !== this,
		};
	}

	private fail({ attributes: { area } }: Setting, reason: "network" | "status" | "reply"): void {
		this.view?.showFailure();
		// The way on that needs no script, beside a list that cannot be searched.
		this.fallback.hidden = false;
		this.emit("error", { area, reason });
	}
}

/** The kinds of help to choose from: those the page wants, else the broad ones that the area has. */
function kindsOf({ attributes: { needs } }: Setting, { facets }: WidgetAnswer): readonly FacetCount[] {
	const all = facets["need"] ?? [];
	const wanted =
		needs.length > 0
			? all.filter(({ id }) => needs.includes(id))
			: all.filter(({ parent, count }) => parent === undefined && count > 0);
	return [...wanted].sort((a, b) => (a.name < b.name ? -1 : 1));
}

declare global {
	interface HTMLElementTagNameMap {
		"fingerpost-directory": FingerpostDirectoryElement;
	}
}
