import type { Library } from "#content/library.ts";
import { plainText } from "#domain/answers/block.ts";
import type { Found } from "#domain/answers/find-answer.ts";
import type { Audience } from "#domain/conversation/audience.ts";
import type { Route } from "#domain/conversation/route.ts";
import { type RouteBook, routesNow } from "#domain/conversation/routes-now.ts";
import { triage } from "#domain/triage/triage.ts";
import { showAnswer } from "#services/show-answer.ts";
import { showCard } from "#services/show-card.ts";

/** All that a person would read after a message, plain: the urgent card, the answers, the choices and the routes, without an area. */
export function textOfFound(library: Library, found: Found, message: string, audience: Audience | undefined): string {
	const at = new Date();
	const book: RouteBook = { local: [], national: library.helpline };
	const card = showCard({ content: library }, book, triage(message), audience, false, at);
	const shown =
		found.kind === "answer"
			? [found.id, ...(found.also ? [found.also] : [])].flatMap((id) => library.answer(id) ?? [])
			: [];
	const choices = found.kind === "answer" ? shown.slice(0, 1).flatMap(({ next }) => next) : found.near;
	const say =
		found.kind === "answer"
			? []
			: [library.words.conversation[found.kind].title, library.words.conversation[found.kind].body];
	const routes = routesNow(book, shown[0]?.routes ?? [], audience, at, library.holidays);
	return [
		...(card ? [card.title, ...card.body, ...card.routes.map(routeLine)] : []),
		...say,
		...shown.flatMap((answer) => [
			answer.title,
			plainText(showAnswer(library, answer, at.toISOString().slice(0, 10), audience).blocks),
		]),
		...choices.flatMap((id) => library.answer(id)?.title ?? []),
		...[...routes.human, ...routes.advocacy, ...routes.legal, ...routes.helplines].map(routeLine),
	].join("\n");
}

function routeLine({ name, what_for, phone, text, url }: Route): string {
	return [`${name}: ${what_for}`, phone, text, url].filter((part) => part !== undefined).join(" ");
}
