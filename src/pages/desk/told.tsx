/** What was just done, read aloud where a page is; nothing where nothing was. */
export function Told({ text }: { readonly text: string | undefined }) {
	if (!text) return null;
	return (
		<p class="saved" role="status">
			{text}
		</p>
	);
}
