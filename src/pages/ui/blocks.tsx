import type { Block, Inline } from "#domain/answers/block.ts";
import { paths } from "#pages/paths.ts";

/** A reviewed text as markup. Headings begin at `level`, so that a page keeps one outline. */
export function Blocks({ blocks, level = 3 }: { readonly blocks: readonly Block[]; readonly level?: 2 | 3 | 4 }) {
	const Heading = `h${level}` as const;
	return (
		<>
			{blocks.map((block) => {
				switch (block.kind) {
					case "heading":
						return <Heading>{block.text}</Heading>;
					case "paragraph":
						return (
							<p>
								<Inlines content={block.content} />
							</p>
						);
					case "list": {
						const items = block.items.map((item) => (
							<li>
								<Inlines content={item} />
							</li>
						));
						return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
					}
				}
			})}
		</>
	);
}

function Inlines({ content }: { readonly content: readonly Inline[] }) {
	return (
		<>
			{content.map(({ text, strong, link }) => {
				if (link) {
					return (
						<a href={addressOf(link)} class={link.to === "term" ? "term" : undefined}>
							{text}
						</a>
					);
				}
				return strong ? <strong>{text}</strong> : text;
			})}
		</>
	);
}

function addressOf({ to, id }: NonNullable<Inline["link"]>): string {
	switch (to) {
		case "term":
			return paths.term(id);
		case "answer":
			return paths.answer(id);
		case "stage":
			return paths.stage(id);
		case "page":
			return paths.page(id);
		case "web":
			return id;
	}
}
