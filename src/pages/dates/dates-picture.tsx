import type { Words } from "#content/library.ts";
import type { DatedEntry } from "#domain/timeline/date-words.ts";
import { plainDate } from "#pages/ui/plain-date.ts";

const WIDTH = 320;
const LEFT = 24;
const TOP = 22;
const LEAST = 46;
const MOST = 110;

type DatesPictureProps = { readonly words: Words; readonly date: string; readonly entries: readonly DatedEntry[] };

/** The dates as stops on a line that runs down from the day that was given; the longer the wait, the longer the line. */
export function DatesPicture({ words, date, entries }: DatesPictureProps) {
	const { timeline } = words.site;
	const days = [date, ...entries.map(({ by }) => by.slice(0, 10))].map(
		(day) => Date.parse(`${day}T00:00:00Z`) / 86_400_000,
	);
	const gaps = days.slice(1).map((day, index) => Math.max(0, day - (days[index] ?? day)));
	const longest = Math.max(1, ...gaps);
	const tops = [TOP];
	for (const gap of gaps) tops.push((tops.at(-1) ?? TOP) + LEAST + Math.round((MOST - LEAST) * (gap / longest)));
	const stops = [
		{ when: date, text: timeline.event, must: false },
		...entries.map((entry, index) => ({ when: entry.by, text: `${index + 1}`, must: entry.strength === "must" })),
	];
	return (
		<svg
			class="picture dates-picture"
			viewBox={`0 0 ${WIDTH} ${(tops.at(-1) ?? TOP) + TOP}`}
			role="img"
			aria-label={timeline.picture.replace("{count}", String(entries.length))}
		>
			<path class="line" d={`M${LEFT} ${TOP}V${tops.at(-1) ?? TOP}`} />
			{stops.map(({ when, text, must }, index) => {
				const y = tops[index] ?? TOP;
				return (
					<>
						<circle class={index === 0 ? "stop now" : must ? "stop must" : "stop"} cx={LEFT} cy={y} r="13" />
						{index === 0 ? null : (
							<text class={must ? "number must" : "number"} x={LEFT} y={y + 5} text-anchor="middle">
								{text}
							</text>
						)}
						<text class="label" x={LEFT + 24} y={y + 5}>
							{plainDate(words, when)}
							{index === 0 ? ` (${text})` : ""}
						</text>
					</>
				);
			})}
		</svg>
	);
}
