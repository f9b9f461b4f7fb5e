import type { Words } from "#content/library.ts";
import type { RouteGroups } from "#domain/conversation/turn.ts";
import { embedQuery } from "#domain/directory/embed-options.ts";
import { BuilderForm, type BuilderFormProps } from "#pages/embed/builder-form.tsx";
import { type EmbedSource, embedCode, policyLines } from "#pages/embed/embed-code.ts";
import { embedPaths } from "#pages/embed/embed-paths.ts";
import { themeOf } from "#pages/embed/theme.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { Routes } from "#pages/ui/routes.tsx";

export type BuilderPageProps = BuilderFormProps & {
	readonly source: EmbedSource | null;
	/** What of the choices could not be read, and how to mend it. */
	readonly problems: readonly string[];
	/** A family may come here too: no page is without them. */
	readonly routes: RouteGroups;
};

/** Where an early-help team makes the code for its own site, and sees it on a page like its own. */
export function BuilderPage({ source, problems, routes, ...form }: BuilderPageProps) {
	const { words } = form;
	const { builder } = words.widget;
	return (
		<Layout
			words={words}
			title={builder.title}
			demonstration={false}
			indexed
			beside={<Routes words={words} routes={routes} />}
		>
			<link rel="stylesheet" href={embedPaths.asset("embed-builder.css")} />
			<script src={embedPaths.asset("embed-builder.js")} type="module" />
			<h1>{builder.title}</h1>
			<p class="lead">{builder.lead}</p>
			<ul>
				{builder.promise.map((line) => (
					<li>{line}</li>
				))}
			</ul>
			<h2>{builder.options}</h2>
			<BuilderForm {...form} />
			<div id="made">
				{problems.length > 0 ? (
					<div class="note" role="alert">
						<h2>{builder.wrong}</h2>
						<ul>
							{problems.map((problem) => (
								<li>{problem}</li>
							))}
						</ul>
					</div>
				) : null}
				{source ? <Made words={words} source={source} /> : null}
			</div>
			<p role="status" id="copied" class="visually-hidden" />
		</Layout>
	);
}

function Made({ words, source }: { readonly words: Words; readonly source: EmbedSource }) {
	const { builder } = words.widget;
	const { options, area, origin } = source;
	const query = [`area=${area.slug}`, `show=${options.show}`, embedQuery(options)];
	if (options.accent) query.push(`accent=${encodeURIComponent(options.accent)}`);
	const mock = embedPaths.mock(query.filter((part) => part !== "").join("&"));
	const theme = options.accent ? themeOf(options.accent) : null;
	const policy = policyLines(origin);
	return (
		<>
			<h2>{builder.preview}</h2>
			<p class="hint">{builder.preview_hint}</p>
			{theme ? (
				<p class={theme.enough ? "small" : "note"}>
					{(theme.enough ? builder.accent_good : builder.accent_poor).replace("{ratio}", theme.ratio.toFixed(1))}
				</p>
			) : null}
			<iframe class="preview" src={mock} title={builder.preview_frame} />
			<h2>{builder.code}</h2>
			{embedCode(source).map(({ tier, code }) => (
				<section class="tier">
					<h3>{builder.tiers[tier].title}</h3>
					<p>{builder.tiers[tier].body}</p>
					<CodeBox words={words} id={`code-${tier}`} label={builder.tiers[tier].title} code={code} />
				</section>
			))}
			<h2>{builder.csp.title}</h2>
			<p>{builder.csp.body}</p>
			<CodeBox words={words} id="csp-script" label={builder.csp.script} code={policy.script} shown />
			{options.show === "guide" ? null : (
				<CodeBox words={words} id="csp-frame" label={builder.csp.frame} code={policy.frame} shown />
			)}
			<p>{builder.more}</p>
		</>
	);
}

type CodeBoxProps = {
	readonly words: Words;
	readonly id: string;
	readonly label: string;
	readonly code: string;
	/** The label is to be seen, where no heading says the same. */
	readonly shown?: boolean;
};

/** Code to take along: a field, so that it can be chosen as a whole and read by keyboard, with a button where script runs. */
function CodeBox({ words, id, label, code, shown = false }: CodeBoxProps) {
	const { copy, copied, copy_of } = words.widget.builder;
	return (
		<div class="code">
			<label for={id} class={shown ? undefined : "visually-hidden"}>
				{label}
			</label>
			<textarea id={id} readonly rows={Math.min(9, code.split("\n").length + 1)} spellcheck={false}>
				{code}
			</textarea>
			<button
				class="quiet"
				type="button"
				hidden
				data-copy={id}
				data-copied={copied}
				aria-label={copy_of.replace("{what}", label)}
			>
				{copy}
			</button>
		</div>
	);
}
