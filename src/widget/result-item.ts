import type { Hit } from "#domain/directory/search/query.ts";
import { contactLink, siteLink } from "#widget/contact-link.ts";
import { heading } from "#widget/heading.ts";
import { make } from "#widget/make-element.ts";
import { type DirectoryWords, fill } from "#widget/widget-words.ts";

const MILES_IN_A_KILOMETRE = 0.621371;

/** One service: enough to choose by, the ways to reach it, and how fresh all that is. */
export function resultItem(words: DirectoryWords, hit: Hit, address: string, level: number): HTMLElement {
	const line = (text: string | null, part: string) => (text ? make("p", { part, class: part }, text) : null);
	return make(
		"li",
		{ part: "item" },
		heading(level, { part: "item-title" }, siteLink(address, "service", "link", hit.name)),
		line(hit.organisation && hit.organisation !== hit.name ? hit.organisation : null, "by"),
		line(hit.alert ?? null, "alert"),
		line(hit.summary ?? null, "summary"),
		line(tagsOf(words, hit).join(" · "), "tags"),
		line(whereOf(words, hit), "where"),
		waysOf(words, hit),
		line(freshnessOf(words, hit), "fresh"),
	);
}

function tagsOf(words: DirectoryWords, hit: Hit): readonly string[] {
	const tags = [
		hit.temporarily_closed ? words.closed_for_now : null,
		hit.free ? words.free_tag : null,
		hit.open_now === true ? words.open_tag : hit.open_now === false ? words.closed_tag : null,
		agesOf(words, hit),
		hit.everywhere ? words.everywhere : distanceOf(words, hit),
	];
	return tags.filter((tag) => tag !== null);
}

function distanceOf(words: DirectoryWords, { distance_km: km, distance_rough: rough }: Hit): string | null {
	if (km === undefined) return null;
	const miles = km * MILES_IN_A_KILOMETRE;
	if (miles < 0.5) return words.very_near;
	return fill(rough ? words.distance_rough : words.distance, { miles: miles.toFixed(miles < 10 ? 1 : 0) });
}

function agesOf(words: DirectoryWords, { minimum_age: from, maximum_age: to }: Hit): string | null {
	if (from !== undefined && to !== undefined) return fill(words.ages_from_to, { from, to });
	// From birth on is no limit.
	if (from) return fill(words.ages_from, { from });
	return to === undefined ? null : fill(words.ages_to, { to });
}

function whereOf(words: DirectoryWords, { where, other_places: others }: Hit): string | null {
	if (!where) return null;
	if (!others) return where;
	return `${where} ${others === 1 ? words.others_one : fill(words.others, { count: others })}`;
}

function waysOf(words: DirectoryWords, { name, phone, email, url }: Hit): HTMLElement | null {
	const ways = [
		contactLink("phone", phone, fill(words.call, { number: phone ?? "" }), name),
		contactLink("email", email, words.email, name),
		contactLink("website", url, words.website, name),
	].filter((way) => way !== null);
	return ways.length > 0 ? make("p", { part: "contacts", class: "contacts" }, ...ways) : null;
}

function freshnessOf(words: DirectoryWords, { freshness, assured_date }: Hit): string | null {
	const date = new Date(`${assured_date}T12:00:00Z`);
	const known = assured_date !== undefined && !Number.isNaN(date.getTime());
	const sentence = words.freshness[known ? freshness : "unknown"];
	return fill(sentence, { date: known ? longDate.format(date) : "" });
}

const longDate = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
