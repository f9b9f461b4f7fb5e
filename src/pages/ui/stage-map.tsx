import type { Words } from "#content/library.ts";
import type { StagePage } from "#content/schema.ts";
import { paths } from "#pages/paths.ts";

const GAP = 32;
const MIDDLE = 44;
const RADIUS = 12;

type StageMapProps = {
	readonly words: Words;
	/** All the stages of one reader, in order. */
	readonly stages: readonly StagePage[];
	readonly here?: string;
	/** Titles alone, for a map that stands beside something else. */
	readonly brief?: boolean;
	readonly level?: 2 | 3;
};

/** The process as a path with numbered steps, and the same steps in words below it. */
export function StageMap({ words, stages, here, brief = false, level = 2 }: StageMapProps) {
	const { bands, here: youAreHere } = words.site.stages;
	const Heading = `h${level}` as const;
	return (
		<div class="map">
			<StagePicture words={words} stages={stages} here={here} />
			{bands.map((band) => {
				const members = stages.filter(({ id }) => band.stages.includes(id));
				return (
					<>
						<Heading class="band">{band.title}</Heading>
						<ol class="steps" start={stages.findIndex(({ id }) => id === members[0]?.id) + 1}>
							{members.map(({ id, title, summary, audience }) => (
								<li class={id === here ? "here" : undefined} aria-current={id === here ? "step" : undefined}>
									<a href={paths.stage(id, audience === "young_person")}>{title}</a>
									{id === here ? <strong class="tag here-tag">{youAreHere}</strong> : null}
									{brief ? null : <p>{summary}</p>}
								</li>
							))}
						</ol>
					</>
				);
			})}
		</div>
	);
}

function StagePicture({ words, stages, here }: Pick<StageMapProps, "words" | "stages" | "here">) {
	const { picture, here: youAreHere, bands } = words.site.stages;
	const at = (index: number) => GAP / 2 + index * GAP;
	const width = stages.length * GAP;
	const current = stages.findIndex(({ id }) => id === here);
	const bandOf = (id: string) => bands.findIndex((band) => band.stages.some((stage) => stage === id));
	return (
		<svg
			class="picture"
			viewBox={`0 0 ${width} 66`}
			role="img"
			aria-label={`${picture.replace("{count}", String(stages.length))}${current < 0 ? "" : ` ${youAreHere}: ${stages[current]?.title}.`}`}
		>
			<path class="line" d={`M${at(0)} ${MIDDLE}H${at(stages.length - 1)}`} />
			{stages.map(({ id }, index) => (
				<>
					<circle
						class={`stop band-${bandOf(id)}${index === current ? " now" : ""}`}
						cx={at(index)}
						cy={MIDDLE}
						r={RADIUS}
					/>
					<text class={index === current ? "number now" : "number"} x={at(index)} y={MIDDLE + 4} text-anchor="middle">
						{index + 1}
					</text>
				</>
			))}
			{current < 0 ? null : (
				<>
					<path class="pin" d={`M${at(current) - 6} 20h12l-6 9z`} />
					<text
						class="label"
						x={at(current)}
						y="14"
						text-anchor={current < 2 ? "start" : current > stages.length - 3 ? "end" : "middle"}
					>
						{youAreHere}
					</text>
				</>
			)}
		</svg>
	);
}
