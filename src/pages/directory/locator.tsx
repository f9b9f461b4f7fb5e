import type { Words } from "#content/library.ts";
import type { Rings } from "#domain/directory/locate-on-rings.ts";

const SIZE = 320;
const MIDDLE = SIZE / 2;
const EDGE = 140;

/** Rings around a person with the numbers of the list on them: a picture of the list, which says the same and more in words. */
export function Locator({ words, rings }: { readonly words: Words; readonly rings: Rings }) {
	const { where } = words.directory;
	const label = (miles: number) => (miles === 1 ? where.ring_one : where.ring.replace("{miles}", String(miles)));
	const text = where.text.replace("{miles}", label(rings.miles));
	return (
		<details class="locator" open>
			<summary>{where.title}</summary>
			<svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={`${where.title}. ${text}`}>
				{Array.from({ length: rings.count }, (_, index) => rings.count - index).map((ring) => (
					<>
						<circle class="ring" cx={MIDDLE} cy={MIDDLE} r={(EDGE * ring) / rings.count} />
						<text class="ring-label" x={MIDDLE} y={MIDDLE - (EDGE * ring) / rings.count - 3} text-anchor="middle">
							{label(Math.round(rings.miles * ring * 10) / 10)}
						</text>
					</>
				))}
				<circle class="you" cx={MIDDLE} cy={MIDDLE} r="5" />
				{rings.places.toReversed().map(({ number, x, y, rough }) => (
					<>
						<circle class={rough ? "dot rough" : "dot"} cx={MIDDLE + x * EDGE} cy={MIDDLE + y * EDGE} r="10" />
						<text class="number" x={MIDDLE + x * EDGE} y={MIDDLE + y * EDGE + 4} text-anchor="middle">
							{number}
						</text>
					</>
				))}
			</svg>
			<p class="small">{text}</p>
		</details>
	);
}
