import type { Library } from "#content/library.ts";
import type { Ground } from "#domain/conversation/advance.ts";
import { createNeedsSaid } from "#domain/conversation/needs-said.ts";
import { createSmallTalk } from "#domain/conversation/small-talk.ts";
import type { Dependencies } from "#ports.ts";

/** What a conversation needs to know of the content, made once for each library. */
export function conversationGround({ content, answers }: Pick<Dependencies, "content" | "answers">): Ground {
	const known = readers.get(content) ?? {
		smallTalkOf: createSmallTalk(content.words.small_talk),
		needsSaid: createNeedsSaid(content.content.needs, content.words.looking.says),
	};
	readers.set(content, known);
	return {
		...known,
		flows: content.flows,
		findAnswer: (text, state) => answers.findAnswer(text, state.audience, state.answer, state.stage),
	};
}

const readers = new WeakMap<Library, Pick<Ground, "smallTalkOf" | "needsSaid">>();
