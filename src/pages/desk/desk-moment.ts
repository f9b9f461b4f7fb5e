const momentFormat = new Intl.DateTimeFormat("en-GB", {
	day: "numeric",
	month: "short",
	year: "numeric",
	hour: "2-digit",
	minute: "2-digit",
	hourCycle: "h23",
	timeZone: "Europe/London",
});

/** An instant as the desk's tables show it, on London's clock: "24 Nov 2026, 10:05". */
export function deskMoment(at: Date): string {
	return momentFormat.format(at);
}

const dayFormat = new Intl.DateTimeFormat("en-GB", {
	day: "numeric",
	month: "short",
	year: "numeric",
	timeZone: "Europe/London",
});

/** "24 Nov 2026". */
export function deskDay(at: Date): string {
	return dayFormat.format(at);
}
