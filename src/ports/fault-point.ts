/** A named step between a request and its delivery. Does nothing, except where a test hands over one that stops the process. */
export type FaultPoint = (
	step:
		| "request.sealed"
		| "request.kept"
		| "outbox.taken"
		| "outbox.sending"
		| "outbox.sent"
		| "outbox.settled"
		| "escalation.found"
		| "erasure.started",
) => Promise<void>;
