type TabsProps = {
	readonly label: string;
	readonly links: readonly { readonly href: string; readonly label: string; readonly here: boolean }[];
};

/** The same page for other readers: plain links, with the one that stands open marked. */
export function Tabs({ label, links }: TabsProps) {
	return (
		<nav class="tabs" aria-label={label}>
			<ul>
				{links.map(({ href, label: text, here }) => (
					<li>
						<a href={href} aria-current={here ? "page" : undefined}>
							{text}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}
