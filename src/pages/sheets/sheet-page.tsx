import type { Words } from "#content/library.ts";
import type { Sheet } from "#content/schema.ts";
import type { RouteGroups } from "#domain/conversation/turn.ts";
import { paths } from "#pages/paths.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { Routes } from "#pages/ui/routes.tsx";

type SheetPageProps = { readonly words: Words; readonly sheet: Sheet; readonly routes: RouteGroups };

/** One sheet: ruled boxes that print as lines, and can be written in here. The boxes have no name and stand in no form. */
export function SheetPage({ words, sheet, routes }: SheetPageProps) {
	const { sheets: say } = words.site;
	return (
		<Layout
			words={words}
			title={sheet.title}
			demonstration={false}
			indexed
			beside={
				<div class="no-print">
					<Routes words={words} routes={routes} />
				</div>
			}
		>
			<p class="up no-print">
				<a href={paths.sheets()}>{say.all}</a>
			</p>
			<div data-sheet={sheet.id}>
				<h1>{sheet.title}</h1>
				<p class="lead">{sheet.intro}</p>
				<p class="note no-print">
					{say.kept} {say.careful}
				</p>
				{sheet.sections.map(({ title, prompt, lines }, index) => (
					<section class="sheet-part">
						<h2>
							<label for={`part-${index + 1}`}>{title}</label>
						</h2>
						<p class="hint" id={`prompt-${index + 1}`}>
							{prompt}
						</p>
						<textarea
							id={`part-${index + 1}`}
							class="ruled"
							rows={Math.max(1, lines)}
							aria-describedby={`prompt-${index + 1}`}
							autocomplete="off"
						/>
					</section>
				))}
				<noscript>
					<p class="no-print">{say.no_script}</p>
				</noscript>
				<div class="controls no-print" data-sheet-tools hidden>
					<button class="primary" type="button" data-do="print">
						{say.print}
					</button>
					<button class="quiet" type="button" data-do="save" data-done={say.saved}>
						{say.save}
					</button>
					<button class="quiet" type="button" data-do="clear" data-done={say.cleared}>
						{say.clear}
					</button>
				</div>
				<p class="no-print" role="status" data-sheet-said />
			</div>
		</Layout>
	);
}
