import * as z from "zod";

/** What finding an answer has to be told about words. Kept in `content/answers-index/`, so that it grows without a programmer. */

const Phrases = z.array(z.string().min(1));

const Groups = z.record(z.string().regex(/^[a-z0-9_]+$/), Phrases.min(1));

/** `word-groups.yaml`: phrases that mean the same, by the name of their group, and looser kin. */
export const WordGroups = z.strictObject({ groups: Groups, broad: Groups });
export type WordGroups = z.infer<typeof WordGroups>;

/** `more-phrasings.yaml`: further ways of asking, by topic. */
export const MorePhrasings = z.strictObject({ phrasings: z.record(z.string(), z.array(z.string().min(2))) });

/** `topic-terms.yaml`: words that ask about a topic by themselves, and how a word is asked about. */
export const TopicTerms = z.strictObject({ terms: z.record(z.string(), Phrases.min(1)), asking: Phrases.min(1) });
export type TopicTerms = z.infer<typeof TopicTerms>;

/** `off-topic.yaml`: messages that no answer fits, by kind. */
export const OffTopic = z.strictObject({ messages: z.record(z.string(), Phrases.min(1)) });

/** `audience-words.yaml`: phrases that show who writes. */
export const AudienceWords = z.strictObject({ parent: Phrases, young_person: Phrases, family: Phrases });
export type AudienceWords = z.infer<typeof AudienceWords>;

/** `follow-ups.yaml`: short messages that lean on what was shown before. */
export const FollowUps = z.strictObject({
	follow_ups: z.record(
		z.string(),
		z.strictObject({
			says: Phrases.min(1),
			goes_to: z.record(z.string(), z.string()),
			/** Where it leads from any other topic; left out, it stays with the last answer. */
			otherwise: z.string().optional(),
		}),
	),
	pointing: Phrases,
	filler: Phrases,
	/** The topic that a leaning question is about at a stage. */
	stages: z.record(z.string(), z.string()),
});
export type FollowUps = z.infer<typeof FollowUps>;

/** `joins.yaml`: words that begin a second question, words that begin any, and words that lean on what was said before. */
export const Joins = z.strictObject({ joins: Phrases, asks: Phrases, leans: Phrases, before: Phrases });
export type Joins = z.infer<typeof Joins>;

/** All of them together. */
export type IndexWords = {
	readonly groups: WordGroups;
	readonly phrasings: Readonly<Record<string, readonly string[]>>;
	readonly topicTerms: TopicTerms;
	readonly offTopic: readonly string[];
	readonly audience: AudienceWords;
	readonly followUps: FollowUps;
	readonly joins: Joins;
};
