/** Takes one from an area's budget of a day; false where it is spent. The day before is forgotten when a new one comes. */
export function createDailyBudget(most: number): (area: string, day: string) => boolean {
	let today = "";
	let spent = new Map<string, number>();
	return (area, day) => {
		if (day !== today) {
			today = day;
			spent = new Map();
		}
		const soFar = spent.get(area) ?? 0;
		if (soFar >= most) return false;
		spent.set(area, soFar + 1);
		return true;
	};
}
