/** Reads telephone numbers as people in the United Kingdom write them. */
export type PhoneNumbers = {
	/** "+447700900123", with "ext 3" where one was given; "costly" where ringing it costs a fortune; null for no number. */
	readonly read: (text: string) => string | "costly" | null;
	/** "07700 900123", for people; what is no number stays as it is. */
	readonly shown: (number: string) => string;
};
