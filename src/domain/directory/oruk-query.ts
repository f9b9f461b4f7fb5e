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
	/** Services whose own minimum_age is at least this. */
	readonly minimumAge?: number;
	/** Services whose own maximum_age is at most this. */
	readonly maximumAge?: number;
	/** "My child is 6": services whose ages include it. Beyond the standard. */
	readonly age?: number;
	/** RFC 5545 day code, "MO". */
	readonly day?: string;
	/** "HH:MM"; a timetable line that opens at or after it. */
	readonly startTime?: string;
	/** "HH:MM"; a timetable line that closes at or before it. */
	readonly endTime?: string;
	readonly near?: Circle;
};

/** Centre in degrees, radius in metres. */
export type Circle = { readonly latitude: number; readonly longitude: number; readonly metres: number };

export type Page<T> = {
	readonly totalItems: number;
	readonly page: number;
	readonly perPage: number;
	readonly items: readonly T[];
};
