import type { Words } from "#content/library.ts";
import type { Route } from "#domain/conversation/route.ts";
import { paths } from "#pages/paths.ts";

/** The id of an area's own early help team among its routes. */
const TEAM = "early-help";

type AskLinkProps = {
	readonly words: Words;
	readonly area: string | undefined;
	/** The ways to people that stand on the page: without the team among them there is nobody to ask. */
	readonly shown: readonly Route[];
	readonly young?: boolean;
	/** Ids of stages and needs that were talked about; posted, so that no address tells of them. The person sees them first. */
	readonly about?: readonly string[];
};

/** The way to ask the early help team for a call, wherever the team is shown. */
export function AskLink({ words, area, shown, young = false, about = [] }: AskLinkProps) {
	if (!area || !shown.some(({ id }) => id === TEAM)) return null;
	const { ask_link } = words.call_backs;
	if (about.length === 0)
		return (
			<p class="no-print">
				<a class="quiet-link" href={paths.callBack(area, young)}>
					{ask_link}
				</a>
			</p>
		);
	return (
		<form method="post" action={paths.callBack(area, young)} class="no-print">
			<input type="hidden" name="about" value={about.join(",")} />
			<button class="quiet" type="submit" name="open" value="1">
				{ask_link}
			</button>
		</form>
	);
}
