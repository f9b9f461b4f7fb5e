import type { Words } from "#content/library.ts";
import { paths } from "#pages/paths.ts";

/** The state of the page that a form stands in: it goes on from what it shows, whatever other tabs have done since. */
export function StateField({ token }: { readonly token: string | null }) {
	return token ? <input type="hidden" name="state" value={token} /> : null;
}

/** A question in a person's own words: on every page of the guide, the one before it included. */
export function AskForm({ words, token }: { readonly words: Words; readonly token: string | null }) {
	const { guide, not_a_referral } = words.site;
	return (
		<form method="post" action={paths.guide()} class="turn-form ask">
			<StateField token={token} />
			<label for="text">{guide.ask_label}</label>
			<p class="hint" id="text-hint">
				{guide.ask_hint} {not_a_referral}
			</p>
			<textarea id="text" name="text" rows={3} aria-describedby="text-hint" autocomplete="off" required />
			<p class="note" role="alert" data-no-reply hidden>
				{guide.no_reply}
			</p>
			<button class="primary" type="submit">
				{guide.send}
			</button>
		</form>
	);
}
