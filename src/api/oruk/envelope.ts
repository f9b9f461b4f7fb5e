import type { Page } from "#domain/directory/oruk-query.ts";

/** A page in the standard's envelope. A list without records has no pages, and its first page is its last. */
export function envelope(page: Page<unknown>) {
	const pages = Math.ceil(page.totalItems / page.perPage);
	return {
		total_items: page.totalItems,
		total_pages: pages,
		page_number: page.page,
		size: page.items.length,
		first_page: page.page === 1,
		last_page: page.page >= pages,
		empty: page.items.length === 0,
		contents: page.items,
	};
}

/** The same page of records in another form. */
export function mapPage<T, R>(page: Page<T>, record: (item: T) => R): Page<R> {
	return { ...page, items: page.items.map(record) };
}
