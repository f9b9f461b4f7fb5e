/** What stops a verb. Every face maps the whole list once, so a new code fails the type check there. */
export type ErrorCode =
	| "NOT_FOUND"
	| "INVALID"
	| "TOO_LARGE"
	| "RATE_LIMITED"
	| "UNAVAILABLE"
	| "CONFLICT"
	| "FORBIDDEN";

/** Thrown by a verb that cannot go on. `message` is for the log and the API's `detail`, not for the public page. */
export class AppError extends Error {
	readonly code: ErrorCode;
	constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.name = "AppError";
		this.code = code;
	}
}
