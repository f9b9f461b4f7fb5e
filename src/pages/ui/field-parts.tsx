/** Who says what is asked and what is wrong with a field, for what reads the page aloud. */
export function describedBy(name: string, hint: boolean, wrong: string | undefined): string | undefined {
	const ids = [...(hint ? [`${name}-hint`] : []), ...(wrong ? [`${name}-error`] : [])];
	return ids.length > 0 ? ids.join(" ") : undefined;
}

type LabelProps = {
	readonly name: string;
	readonly label: string;
	readonly hint?: string | undefined;
	readonly wrong?: string | undefined;
};

/** What stands above a field: its label, its hint, and what is wrong with it. */
export function FieldLabel({ name, label, hint, wrong }: LabelProps) {
	return (
		<>
			<label for={name}>{label}</label>
			<Hint name={name} text={hint} />
			<Wrong name={name} text={wrong} />
		</>
	);
}

export function Hint({ name, text }: { readonly name: string; readonly text: string | undefined }) {
	if (!text) return null;
	return (
		<p class="hint" id={`${name}-hint`}>
			{text}
		</p>
	);
}

export function Wrong({ name, text }: { readonly name: string; readonly text: string | undefined }) {
	if (!text) return null;
	return (
		<p class="error" id={`${name}-error`}>
			{text}
		</p>
	);
}
