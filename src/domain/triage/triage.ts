import type { Audience } from "#domain/conversation/audience.ts";
import { packedLexicon } from "#domain/triage/compiled/lexicon.ts";
import { packedModel } from "#domain/triage/compiled/model.ts";
import { judge, judgeSentences } from "#domain/triage/judge.ts";
import { unpackLexicon } from "#domain/triage/lexicon.ts";
import { unpackModel } from "#domain/triage/model.ts";
import { readMessage } from "#domain/triage/read-message.ts";
import type { Urgency } from "#domain/triage/urgency.ts";
import { spellingOf } from "#domain/triage/words.ts";

let unpacked: ReturnType<typeof unpack> | null = null;

function unpack() {
	const lexicon = unpackLexicon(packedLexicon);
	return { lexicon, spelling: spellingOf(lexicon), model: unpackModel(packedModel) };
}

/**
 * How urgent a message is. Pure, deterministic, and the first thing done with every message on every face. Takes any
 * string, of any length; an empty or unreadable one is `none`. The same words say the same whoever writes them: the
 * audience chooses the card and not the urgency. The first message unpacks the lexicon and the model, some tens of
 * milliseconds that a start without messages does not pay.
 */
export function triage(text: string, _audience?: Audience): Urgency {
	unpacked ??= unpack();
	const { lexicon, spelling, model } = unpacked;
	return judge(judgeSentences(readMessage(text, spelling), lexicon, model), lexicon, model);
}
