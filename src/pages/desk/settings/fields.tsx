import type { Child } from "hono/jsx";
import type { Words } from "#content/library.ts";
import type { FieldError, Values } from "#pages/desk/settings/settings-form.ts";
import { describedBy, FieldLabel, Wrong } from "#pages/ui/field-parts.tsx";

/** What every field of a form needs to know. */
export type FieldsProps = {
	readonly words: Words;
	readonly values: Values;
	readonly errors: readonly FieldError[];
};

type FieldProps = FieldsProps & {
	readonly name: string;
	readonly label: string;
	readonly hint?: string;
	readonly rows?: number;
	readonly type?: "text" | "email" | "tel" | "url";
};

/** A line or a box of text, with its hint and what is wrong with it. */
export function TextField({ values, errors, name, label, hint, rows, type = "text" }: FieldProps) {
	const error = errors.find(({ field }) => field === name)?.text;
	const common = {
		id: name,
		name,
		autocomplete: "off",
		"aria-describedby": describedBy(name, hint !== undefined, error),
		...(error ? { "aria-invalid": "true" as const } : {}),
	};
	return (
		<div class="field">
			<FieldLabel name={name} label={label} hint={hint} wrong={error} />
			{rows ? (
				<textarea {...common} rows={rows}>
					{values.text(name)}
				</textarea>
			) : (
				<input {...common} type={type} value={values.text(name)} />
			)}
		</div>
	);
}

type ChoiceProps = FieldsProps & {
	readonly name: string;
	readonly label: string;
	readonly options: Readonly<Record<string, string>>;
	readonly several?: boolean;
};

/** One of a few, or some of them. */
export function Choice({ values, errors, name, label, options, several = false }: ChoiceProps) {
	const error = errors.find(({ field }) => field === name)?.text;
	return (
		<fieldset id={name} aria-describedby={error ? `${name}-error` : undefined}>
			<legend>{label}</legend>
			<Wrong name={name} text={error} />
			{Object.entries(options).map(([value, said]) => (
				<div>
					<label class="tick">
						<input
							type={several ? "checkbox" : "radio"}
							name={name}
							value={value}
							checked={values.all(name).includes(value)}
						/>
						<span>{said}</span>
					</label>
				</div>
			))}
		</fieldset>
	);
}

/** One box to tick. */
export function Tick({ values, name, label }: Pick<FieldProps, "values" | "name" | "label">) {
	return (
		<div>
			<label class="tick">
				<input type="checkbox" name={name} value="yes" checked={values.text(name) === "yes"} />
				<span>{label}</span>
			</label>
		</div>
	);
}

/** Everything that is wrong, with links to the fields. */
export function Problems({ words, errors, children }: Pick<FieldsProps, "words" | "errors"> & { children?: Child }) {
	if (errors.length === 0 && !children) return null;
	return (
		<div class="error-summary" role="alert" aria-labelledby="errors" tabindex={-1}>
			<h2 id="errors">{words.desk_settings.error_title}</h2>
			{children}
			<ul>
				{errors.map(({ field, text }) => (
					<li>
						<a href={`#${field}`}>{text}</a>
					</li>
				))}
			</ul>
		</div>
	);
}
