import type { Words } from "#content/library.ts";
import type { TimelineEntry } from "#domain/conversation/turn.ts";
import { dateWithWeekday } from "#pages/ui/plain-date.ts";

/** The dates that follow an event, each with whether it must or should be kept and the rule it rests on. */
export function Timeline({ words, entries }: { readonly words: Words; readonly entries: readonly TimelineEntry[] }) {
	const { timeline } = words.site;
	return (
		<ol class="timeline">
			{entries.map(({ what, by, strength, rule }) => (
				<li>
					<strong>{what}</strong>
					<p>
						{strength === "must" ? timeline.must : timeline.should}{" "}
						<time datetime={by}>{dateWithWeekday(words, by)}</time>. {rule}
					</p>
				</li>
			))}
		</ol>
	);
}
