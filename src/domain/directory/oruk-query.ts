/** What Open Referral UK v3 lets a reader ask of a list, already parsed and bounded. */
export type ServiceQuery = {
	readonly page: number;
	readonly perPage: number;
	readonly search?: string;
	readonly taxonomyTermId?: string;
	readonly taxonomyId?: string;
	readonly organizationId?: string;
	/** On or after this instant. */
	readonly modifiedAfter?: Date;
	/** Brings records deleted on or after this instant into the list, as defunct. Left out: none. */
	readonly deletedAfter?: Date;
	/** Services whose own minimum_age is at least this. One that names none takes children from birth. */
	readonly minimumAge?: number;
	/** Services whose own maximum_age is at most this. One that names none has no upper limit. */
	readonly maximumAge?: number;
	/** "My child is 6": services whose ages include it. Beyond the standard. */
	readonly age?: number;
	/** RFC 5545 day code, "MO". */
	readonly day?: string;
	/** "HH:MM"; a timetable line that opens at or after it. */
	readonly startTime?: string;
	/** "HH:MM"; a timetable line that closes at or before it. */
	readonly endTime?: string;
	/** Services with an open location inside, nearest first. */
	readonly near?: Circle;
};

/** Centre in degrees, radius in metres, which may be infinite. */
export type Circle = { readonly latitude: number; readonly longitude: number; readonly metres: number };

export type Page<T> = {
	readonly totalItems: number;
	readonly page: number;
	readonly perPage: number;
	readonly items: readonly T[];
};
