import * as z from "zod";

/** The colours of the site that an area may set, light and dark. What warns of danger is the same everywhere. */
export const COLOURS = [
	"paper",
	"card",
	"ink",
	"ink_soft",
	"line",
	"edge",
	"accent",
	"accent_ink",
	"accent_pale",
	"focus",
] as const;
export type Colour = (typeof COLOURS)[number];
export type Palette = Readonly<Record<Colour, string>>;

const Hex = z.string().regex(/^#[0-9a-f]{6}$/, "write a colour as # and six figures or small letters, such as #0d4753");
const SomeColours = z.strictObject({
	paper: Hex.optional(),
	card: Hex.optional(),
	ink: Hex.optional(),
	ink_soft: Hex.optional(),
	line: Hex.optional(),
	edge: Hex.optional(),
	accent: Hex.optional(),
	accent_ink: Hex.optional(),
	accent_pale: Hex.optional(),
	focus: Hex.optional(),
} satisfies Record<Colour, z.ZodType>);

const LogoFile = z.string().regex(/^[a-z0-9-]+\.svg$/, "name an SVG file that stands beside area.yaml");

/** How the pages of an area look: colours for light and dark, corners, type, and a logo. What is left out stays as it is. */
export const AreaTheme = z.strictObject({
	light: SomeColours.default({}),
	dark: SomeColours.default({}),
	/** "0.6rem". */
	radius: z
		.string()
		.regex(/^\d(?:\.\d+)?rem$/, "write a size in rem, such as 0.6rem")
		.optional(),
	/** Fonts that people's own devices have. None is ever loaded. */
	font: z
		.string()
		.regex(/^[\w "',-]+$/, "name fonts with commas between them")
		.optional(),
	logo: z
		.strictObject({
			file: LogoFile,
			/** The same for a dark ground. */
			dark_file: LogoFile.optional(),
			/** What it says, for those who do not see it. */
			alt: z.string().min(2).max(60),
		})
		.optional(),
});
export type AreaTheme = Readonly<z.infer<typeof AreaTheme>>;
