import * as z from "zod";

/** A run of words. A link is named by what it points at; each face turns that into an address. */
export const Inline = z.object({
	text: z.string(),
	strong: z.boolean().optional(),
	link: z.object({ to: z.enum(["term", "answer", "stage", "page", "web"]), id: z.string() }).optional(),
});
export type Inline = z.infer<typeof Inline>;

/** A piece of a reviewed text, small enough to check, quote and show in any face. */
export const Block = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("heading"), text: z.string() }),
	z.object({ kind: z.literal("paragraph"), content: z.array(Inline) }),
	z.object({ kind: z.literal("list"), ordered: z.boolean(), items: z.array(z.array(Inline)) }),
]);
export type Block = z.infer<typeof Block>;

export function inlineText(content: readonly Inline[]): string {
	return content.map((inline) => inline.text).join("");
}

/** The paragraphs and list items of a text, plain, headings left out. */
export function paragraphsOf(blocks: readonly Block[]): readonly string[] {
	return blocks.flatMap((block) => {
		switch (block.kind) {
			case "heading":
				return [];
			case "paragraph":
				return [inlineText(block.content)];
			case "list":
				return block.items.map(inlineText);
		}
	});
}

/** All that a person would read, one block a line. */
export function plainText(blocks: readonly Block[]): string {
	return blocks
		.map((block) => {
			switch (block.kind) {
				case "heading":
					return block.text;
				case "paragraph":
					return inlineText(block.content);
				case "list":
					return block.items.map((item) => `- ${inlineText(item)}`).join("\n");
			}
		})
		.join("\n");
}
