import type { Words } from "#content/library.ts";
import { CallBackAudience, LONGEST } from "#domain/call-backs/call-back.ts";
import type { RequestField, WrongField } from "#domain/call-backs/read-request.ts";
import { type AskFields, HELP_TICKS, SAFE_TICKS, TRAP } from "#pages/call-backs/ask-form-fields.ts";
import { Choices, TextInput, Tick } from "#pages/call-backs/fields.tsx";
import { paths } from "#pages/paths.ts";

export type AskFormProps = {
	readonly words: Words;
	readonly area: string;
	readonly young: boolean;
	readonly token: string;
	readonly fields: AskFields;
	readonly wrong: readonly WrongField[];
	/** The name of a topic that may be passed on; null for one that may not. */
	readonly nameOf: (topic: string) => string | null;
};

/** What is asked, and nothing more. What is wrong stands beside its field; all that was typed stays. */
export function AskForm({ words, area, young, token, fields, wrong, nameOf }: AskFormProps) {
	const { form: say, errors } = words.call_backs;
	const wrongOf = (field: RequestField) => {
		const found = wrong.find((one) => one.field === field);
		return found ? errors[found.problem] : undefined;
	};
	const about = fields.about.flatMap(({ id, on }) => {
		const name = nameOf(id);
		return name === null ? [] : [{ id, on, name }];
	});
	const text = (name: keyof typeof fields.text) => ({
		name,
		value: fields.text[name],
		wrong: wrongOf(name),
		most: LONGEST[name],
	});
	return (
		<form method="post" action={paths.callBack(area, young)} class="search">
			<input type="hidden" name="token" value={token} />
			<TextInput {...text("name")} label={say.name} hint={say.name_hint} />
			<TextInput {...text("phone")} label={say.phone} hint={say.phone_hint} type="tel" autocomplete="tel" />
			<TextInput {...text("email")} label={say.email} hint={say.email_hint} type="email" autocomplete="email" />
			<Choices name="safe" legend={say.safe} hint={say.safe_hint} wrong={wrongOf("safe")}>
				{SAFE_TICKS.map((tick) => (
					<Tick name={tick} label={say[tick]} on={fields.ticks.has(tick)} />
				))}
			</Choices>
			<TextInput {...text("when")} label={say.when} hint={say.when_hint} />
			<TextInput {...text("language")} label={say.language} hint={say.language_hint} />
			<Choices name="help" legend={say.help} hint={say.help_hint}>
				{HELP_TICKS.map((tick) => (
					<Tick name={tick} label={say[tick]} on={fields.ticks.has(tick)} />
				))}
			</Choices>
			<Choices name="who" legend={say.who}>
				{CallBackAudience.options.map((who) => (
					<label class="tick">
						<input type="radio" name="who" value={who} checked={who === fields.who} /> {say[`who_${who}`]}
					</label>
				))}
			</Choices>
			{about.length > 0 ? (
				<Choices name="about" legend={say.about} hint={say.about_hint} wrong={wrongOf("about")}>
					<input type="hidden" name="about" value={about.map(({ id }) => id).join(",")} />
					{about.map(({ id, on, name }) => (
						<Tick name={`about_${id}`} label={name} on={on} />
					))}
				</Choices>
			) : null}
			<TextInput {...text("line")} label={say.line} hint={say.line_hint} long />
			<div class="visually-hidden" aria-hidden="true">
				<label>
					{say.trap} <input type="text" name={TRAP} tabindex={-1} autocomplete="off" />
				</label>
			</div>
			<button class="primary" type="submit">
				{say.send}
			</button>
		</form>
	);
}
