import type { Child } from "hono/jsx";
import { describedBy, FieldLabel, Hint, Wrong } from "#pages/ui/field-parts.tsx";

type TextProps = {
	readonly name: string;
	readonly label: string;
	readonly hint?: string;
	readonly value: string;
	readonly wrong: string | undefined;
	readonly most: number;
	readonly type?: "text" | "tel" | "email";
	readonly autocomplete?: string;
	readonly long?: boolean;
};

/** One thing to write, with its hint and what is wrong with it beside it. */
export function TextInput({ name, label, hint, value, wrong, most, type = "text", autocomplete, long }: TextProps) {
	const shared = {
		id: name,
		name,
		"aria-describedby": describedBy(name, hint !== undefined, wrong),
		"aria-invalid": wrong ? ("true" as const) : undefined,
		autocomplete: autocomplete ?? "off",
	};
	return (
		<>
			<FieldLabel name={name} label={label} hint={hint} wrong={wrong} />
			{long ? (
				<textarea {...shared} rows={3} data-most={most}>
					{value}
				</textarea>
			) : (
				<input {...shared} type={type === "email" ? "text" : type} inputmode={type} value={value} />
			)}
		</>
	);
}

type ChoicesProps = {
	readonly name: string;
	readonly legend: string;
	readonly hint?: string;
	readonly wrong?: string | undefined;
	readonly children: Child;
};

/** Several ticks under one question. */
export function Choices({ name, legend, hint, wrong, children }: ChoicesProps) {
	return (
		<fieldset id={name} aria-describedby={describedBy(name, hint !== undefined, wrong)}>
			<legend>{legend}</legend>
			<Hint name={name} text={hint} />
			<Wrong name={name} text={wrong} />
			{children}
		</fieldset>
	);
}

type TickProps = { readonly name: string; readonly label: string; readonly on: boolean };

export function Tick({ name, label, on }: TickProps) {
	return (
		<label class="tick">
			<input type="checkbox" name={name} value="on" checked={on} /> {label}
		</label>
	);
}
