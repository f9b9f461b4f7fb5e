import type { Words } from "#content/library.ts";
import { Tabs } from "#pages/ui/tabs.tsx";

type ReaderTabsProps = { readonly words: Words; readonly young: boolean; readonly path: (young: boolean) => string };

/** The page in the words for parents, and in those for young people. */
export function ReaderTabs({ words, young, path }: ReaderTabsProps) {
	const { reader, for_parents, for_young } = words.site.stages;
	return (
		<Tabs
			label={reader}
			links={[
				{ href: path(false), label: for_parents, here: !young },
				{ href: path(true), label: for_young, here: young },
			]}
		/>
	);
}
