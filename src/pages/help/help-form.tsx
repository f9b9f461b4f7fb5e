import type { Words } from "#content/library.ts";
import { HELPED, type HelpItem, helpItemKey, MISSING } from "#domain/tallies/help-given.ts";
import { paths } from "#pages/paths.ts";

type HelpFormProps = {
	readonly words: Words;
	readonly item: HelpItem;
	/** Whose help it is, where that is known. */
	readonly area?: string | undefined;
	/** The guide shows the texts of others at its own address, and goes on there. */
	readonly inGuide?: boolean;
};

/**
 * Three taps, then what was missing. Without script the answer leads back to this page, at a mark that shows the next part;
 * with it the next part shows at once. No words can be written here.
 */
export function HelpForm({ words, item, area, inGuide = false }: HelpFormProps) {
	const { ask, helped, missing_title, missing, thanks } = words.help;
	const hidden = (
		<>
			<input type="hidden" name="item" value={helpItemKey(item)} />
			{area ? <input type="hidden" name="area" value={area} /> : null}
			{inGuide ? <input type="hidden" name="from" value="guide" /> : null}
		</>
	);
	return (
		<div class="helped" data-helped>
			<p id="help-thanks" class="help-later" role="status" tabindex={-1}>
				{thanks}
			</p>
			<form method="post" action={paths.helped()} id="help-missing" class="help-later" tabindex={-1}>
				{hidden}
				<fieldset>
					<legend>{missing_title}</legend>
					{MISSING.map((reason) => (
						<button class="quiet" type="submit" name="missing" value={reason}>
							{missing[reason]}
						</button>
					))}
				</fieldset>
			</form>
			<form method="post" action={paths.helped()} class="help-ask">
				{hidden}
				<fieldset>
					<legend>{ask}</legend>
					{HELPED.map((answer) => (
						<button class="quiet" type="submit" name="helped" value={answer}>
							{helped[answer]}
						</button>
					))}
				</fieldset>
			</form>
		</div>
	);
}
