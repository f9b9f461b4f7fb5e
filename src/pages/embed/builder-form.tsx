import type { Words } from "#content/library.ts";
import type { EmbedOptions } from "#domain/directory/embed-options.ts";
import { embedPaths } from "#pages/embed/embed-paths.ts";

type Named = { readonly id: string; readonly name: string };

export type BuilderFormProps = {
	readonly words: Words;
	readonly areas: readonly { readonly slug: string; readonly name: string }[];
	readonly needs: readonly Named[];
	readonly audiences: readonly Named[];
	readonly options: EmbedOptions;
};

const LEVELS = ["1", "2", "3", "4", "5", "6"] as const;

/** What a council chooses. Nothing in it is about a person, so it may stand in the address and be passed on. */
export function BuilderForm({ words, areas, needs, audiences, options }: BuilderFormProps) {
	const { builder } = words.widget;
	return (
		<form method="get" action={embedPaths.builder()} id="choices" class="builder-form">
			<div>
				<label for="area">{builder.area}</label>
				<select id="area" name="area">
					{areas.map(({ slug, name }) => (
						<option value={slug} selected={slug === options.area}>
							{name}
						</option>
					))}
				</select>
			</div>
			<fieldset>
				<legend>{builder.what}</legend>
				{(["directory", "guide"] as const).map((show) => (
					<label class="tick">
						<input type="radio" name="show" value={show} checked={options.show === show} />{" "}
						{show === "guide" ? builder.show_guide : builder.show_directory}
					</label>
				))}
			</fieldset>
			<details open={options.needs.length > 0}>
				<summary>{builder.needs}</summary>
				<fieldset>
					<legend class="hint">{builder.needs_hint}</legend>
					{needs.map(({ id, name }) => (
						<label class="tick">
							<input type="checkbox" name="needs" value={id} checked={options.needs.includes(id)} /> {name}
						</label>
					))}
				</fieldset>
			</details>
			<div>
				<label for="audience">{builder.audience}</label>
				<select id="audience" name="audience">
					<option value="">{builder.audience_any}</option>
					{audiences.map(({ id, name }) => (
						<option value={id} selected={options.audience.includes(id)}>
							{name}
						</option>
					))}
				</select>
			</div>
			<div>
				<label for="accent">{builder.accent}</label>
				<p class="hint" id="accent-hint">
					{builder.accent_hint}
				</p>
				<input id="accent" name="accent" type="text" value={options.accent ?? ""} aria-describedby="accent-hint" />
			</div>
			<div>
				<label for="phone">{builder.phone}</label>
				<input id="phone" name="phone" type="tel" value={options.phone ?? ""} autocomplete="off" />
			</div>
			<div>
				<label for="limit">{builder.limit}</label>
				<input id="limit" name="limit" type="number" min="1" max="20" value={options.limit} />
			</div>
			<div>
				<label for="radius">{builder.radius}</label>
				<p class="hint" id="radius-hint">
					{builder.radius_hint}
				</p>
				<input
					id="radius"
					name="radius"
					type="number"
					min="1"
					max="100"
					value={options.radius ?? ""}
					aria-describedby="radius-hint"
				/>
			</div>
			<div>
				<label for="heading-level">{builder.heading}</label>
				<p class="hint" id="heading-hint">
					{builder.heading_hint}
				</p>
				<select id="heading-level" name="heading-level" aria-describedby="heading-hint">
					{LEVELS.map((level) => (
						<option value={level} selected={level === String(options["heading-level"])}>
							{level}
						</option>
					))}
				</select>
			</div>
			<button class="primary" type="submit">
				{builder.show}
			</button>
		</form>
	);
}
