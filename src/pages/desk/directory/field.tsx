import type { Words } from "#content/library.ts";
import type { ListingProblem } from "#domain/directory/editing/field-reader.ts";
import { type ListingFields, YES } from "#domain/directory/editing/listing-fields.ts";
import { describedBy, FieldLabel, Hint } from "#pages/ui/field-parts.tsx";

/** What each field of a listing's form is drawn from. */
export type FieldGround = {
	readonly words: Words;
	readonly values: ListingFields;
	readonly problems: readonly ListingProblem[];
};

type FieldProps = {
	readonly ground: FieldGround;
	readonly name: string;
	readonly label: string;
	readonly hint?: string;
	/** Rows of a longer text; left out for one line. */
	readonly rows?: number;
	readonly width?: "short";
};

/** One field with its label, its hint and what is wrong with it. */
export function Field({ ground: { words, values, problems }, name, label, hint, rows, width }: FieldProps) {
	const problem = problems.find(({ field }) => field === name)?.problem;
	const wrong = problem && words.desk_directory.problems[problem];
	const shared = {
		id: name,
		name,
		"aria-describedby": describedBy(name, hint !== undefined, wrong),
		...(wrong ? { "aria-invalid": "true" as const } : {}),
	};
	return (
		<div class="field">
			<FieldLabel name={name} label={label} hint={hint} wrong={wrong} />
			{rows === undefined ? (
				<input type="text" {...shared} value={values[name] ?? ""} class={width} autocomplete="off" />
			) : (
				<textarea {...shared} rows={rows}>
					{values[name] ?? ""}
				</textarea>
			)}
		</div>
	);
}

type TickProps = {
	readonly ground: FieldGround;
	readonly name: string;
	readonly label: string;
	readonly hint?: string;
};

/** A box to tick. */
export function Tick({ ground: { values }, name, label, hint }: TickProps) {
	return (
		<div class="tick">
			<input
				type="checkbox"
				id={name}
				name={name}
				value={YES}
				checked={values[name] === YES}
				aria-describedby={hint ? `${name}-hint` : undefined}
			/>
			<label for={name}>{label}</label>
			<Hint name={name} text={hint} />
		</div>
	);
}
