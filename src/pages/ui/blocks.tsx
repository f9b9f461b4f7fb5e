import type { Block, Inline } from "#domain/answers/block.ts";
import { paths } from "#pages/paths.ts";

type BlocksProps = {
	readonly blocks: readonly Block[];
	/** Headings begin at this level, so that a page keeps one outline. */
	readonly level?: 2 | 3 | 4;
	/** A young person's text leads to the stages in a young person's words. */
	readonly young?: boolean;
	/** Headings bear marks (`headingMark`), for a list of what is on the page. */
	readonly marked?: boolean;
};

/** The mark of a heading within its page. */
export function headingMark(text: string): string {
	return `to-${text
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-|-$/g, "")}`;
}

/** A reviewed text as markup. */
export function Blocks({ blocks, level = 3, young = false, marked = false }: BlocksProps) {
	const Heading = `h${level}` as const;
	return (
		<>
			{blocks.map((block) => {
				switch (block.kind) {
					case "heading":
						return <Heading id={marked ? headingMark(block.text) : undefined}>{block.text}</Heading>;
					case "paragraph":
						return (
							<p>
								<Inlines content={block.content} young={young} />
							</p>
						);
					case "list": {
						const items = block.items.map((item) => (
							<li>
								<Inlines content={item} young={young} />
							</li>
						));
						return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
					}
				}
			})}
		</>
	);
}

function Inlines({ content, young }: { readonly content: readonly Inline[]; readonly young: boolean }) {
	return (
		<>
			{content.map(({ text, strong, link }) => {
				if (link) {
					return (
						<a href={addressOf(link, young)} class={link.to === "term" ? "term" : undefined}>
							{text}
						</a>
					);
				}
				return strong ? <strong>{text}</strong> : text;
			})}
		</>
	);
}

function addressOf({ to, id }: NonNullable<Inline["link"]>, young: boolean): string {
	switch (to) {
		case "term":
			return paths.term(id);
		case "answer":
			return paths.answer(id);
		case "stage":
			return paths.stage(id, young);
		case "page":
			return paths.page(id);
		case "web":
			return id;
	}
}
