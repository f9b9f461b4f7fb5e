import type { Context } from "hono";
import { Hono } from "hono";
import type { Words } from "#content/library.ts";
import type { Term } from "#content/schema.ts";
import type { AppEnv } from "#env.ts";
import { paths } from "#pages/paths.ts";
import { readForm } from "#pages/read-form.ts";
import { findTerms } from "#pages/reading/find-terms.ts";
import { nationalRoutes } from "#pages/reading/national-routes.ts";
import { Layout } from "#pages/ui/layout.tsx";
import { Routes } from "#pages/ui/routes.tsx";

const LONGEST_WORD = 100;

/** What words mean. The word looked for is posted, so that no address tells of it. */
export const glossaryPages = new Hono<AppEnv>()
	.get("/glossary", (c) => glossary(c, null))
	.post("/glossary", async (c) => {
		const heard = (await readForm(c.req.raw)).get("word")?.trim().slice(0, LONGEST_WORD) ?? "";
		c.header("cache-control", "no-store");
		return glossary(c, heard === "" ? null : heard);
	});

function glossary(c: Context<AppEnv>, heard: string | null) {
	const { content } = c.var.deps;
	const { words } = content;
	const { glossary: say, footer } = words.site;
	const terms = [...content.content.terms].sort((a, b) => a.term.localeCompare(b.term, "en"));
	const found = heard === null ? null : findTerms(terms, heard);
	return c.html(
		<Layout
			words={words}
			title={footer.glossary}
			demonstration={false}
			indexed={heard === null}
			beside={<Routes words={words} routes={nationalRoutes(c)} />}
		>
			<h1>{footer.glossary}</h1>
			<p class="lead">{say.lead}</p>
			<form method="post" action={paths.glossary()} class="search" data-swap="#found">
				<label for="word">{say.search}</label>
				<p class="hint" id="word-hint">
					{say.search_hint}
				</p>
				<div class="beside">
					<input
						id="word"
						name="word"
						type="search"
						value={heard ?? ""}
						aria-describedby="word-hint"
						autocomplete="off"
						spellcheck={false}
					/>
					<button class="primary" type="submit">
						{say.find}
					</button>
				</div>
			</form>
			<div id="found" aria-live="polite">
				{found ? (
					<>
						<h2 tabindex={-1}>
							{found.length === 0
								? say.none
								: found.length === 1
									? say.found_one
									: say.found.replace("{count}", String(found.length))}
						</h2>
						<Terms words={words} terms={found} />
					</>
				) : null}
			</div>
			<h2>{say.all}</h2>
			<Terms words={words} terms={terms} anchors />
		</Layout>,
	);
}

type TermsProps = {
	readonly words: Words;
	readonly terms: readonly Term[];
	/** Only the whole list bears the addresses that texts link to. */
	readonly anchors?: boolean;
};

function Terms({ words, terms, anchors = false }: TermsProps) {
	const { glossary: say } = words.site;
	if (terms.length === 0) return null;
	return (
		<dl class="glossary">
			{terms.map(({ id, term, meaning, also, stage }) => (
				<div id={anchors ? id : undefined}>
					<dt>{term}</dt>
					<dd>
						{meaning}
						{also.length > 0 ? <span class="small"> {say.also.replace("{names}", also.join(", "))}</span> : null}
						{stage && !anchors ? (
							<>
								{" "}
								<a href={paths.stage(stage)}>
									{say.more}
									<span class="visually-hidden"> ({term})</span>
								</a>
							</>
						) : null}
					</dd>
				</div>
			))}
		</dl>
	);
}
