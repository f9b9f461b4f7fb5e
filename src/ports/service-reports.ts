/** "Something's wrong with this", counted. Holds nothing of who said it. */
export type ServiceReports = {
	/** False where the area has no such service. `day` is a date. */
	readonly add: (area: string, service: string, reason: string, day: string) => Promise<boolean>;
	/** An area's reports by service and reason, the most first. */
	readonly of: (area: string) => Promise<
		readonly {
			readonly service: string;
			readonly reason: string;
			readonly reports: number;
			/** The date of the latest. */
			readonly latest: string;
		}[]
	>;
};
