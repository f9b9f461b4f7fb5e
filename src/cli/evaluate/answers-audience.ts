import { Audience } from "#domain/conversation/audience.ts";

/** Who asks, in the words of the guide, from those of a labelled set; undefined for nobody and for words we do not know. */
export function audienceOf(said: string | undefined): Audience | undefined {
	const known = Audience.safeParse(said);
	if (known.success) return known.data;
	const plain = said?.toLowerCase() ?? "";
	if (/young|child|teen/.test(plain)) return "young_person";
	if (/kin|grand|relative|adult|neighbour|friend/.test(plain)) return "family";
	if (/parent|father|mother/.test(plain)) return "parent";
	return /profession|worker|teacher/.test(plain) ? "professional" : undefined;
}
