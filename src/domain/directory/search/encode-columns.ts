import { completenessOf, lackingBits } from "#domain/directory/completeness.ts";
import { hiddenFrom, type ServiceNotice } from "#domain/directory/notices.ts";
import { agesOf, NO_UPPER_AGE } from "#domain/directory/search/ages.ts";
import type { Index } from "#domain/directory/search/build-index.ts";
import { encodeDisplayRow } from "#domain/directory/search/display-row.ts";
import { encodeRules } from "#domain/directory/search/encode-rules.ts";
import type { FacetValue } from "#domain/directory/search/facet-values.ts";
import { dayNumber } from "#domain/directory/search/moment.ts";
import type { SearchRecord } from "#domain/directory/search/record.ts";
import { FLAG, POINT_KIND, SECTION } from "#domain/directory/search/sections.ts";
import { encodeTicks } from "#domain/directory/search/tick-words.ts";
import type { TimetableRule } from "#domain/directory/search/timetable-rule.ts";

/** The sections about records: one entry each, or a run of entries found through an offset. */
export function encodeColumns(
	records: readonly SearchRecord[],
	index: Index,
	values: readonly FacetValue[],
	ticks: readonly (readonly number[])[],
	timetables: readonly (readonly TimetableRule[])[],
	notices: readonly ServiceNotice[],
): readonly (readonly [number, ArrayBufferView])[] {
	const ages = records.map((record) => agesOf(record.service));
	const rules = encodeRules(timetables);
	const points = records.map((record) => record.points);
	const encoder = new TextEncoder();
	const rows = records.map((record) => encoder.encode(encodeDisplayRow(record.display)));
	const anywhere = new Set(
		values.flatMap((value, number) => (value.group === "mode" && value.id !== "in_person" ? [number] : [])),
	);
	const flags = records.map((record, number) => {
		const everywhere = record.points.length === 0 || (ticks[number] ?? []).some((tick) => anywhere.has(tick));
		return (
			(index.shown[number]?.forUnborn ? FLAG.unborn : 0) |
			(everywhere ? FLAG.everywhere : 0) |
			(ages[number] ? FLAG.agesGiven : 0)
		);
	});
	return [
		[SECTION.lengths, index.lengths],
		[SECTION.nameLengths, index.nameLengths],
		[SECTION.ages, Int16Array.from(ages.flatMap((span) => [span?.from ?? 0, span?.to ?? NO_UPPER_AGE]))],
		[SECTION.assured, Uint16Array.from(records, ({ service }) => dayNumber(service.assured_date ?? "") ?? 0)],
		[SECTION.lacking, Uint16Array.from(records, ({ service }) => lackingBits(completenessOf(service).missing))],
		[
			SECTION.hiddenFrom,
			Uint16Array.from(records, ({ service }) => dayNumber(hiddenFrom(service, notices) ?? "") ?? 0),
		],
		[SECTION.flags, Uint8Array.from(flags)],
		[SECTION.pointOffsets, offsetsOf(points)],
		[SECTION.points, Float32Array.from(points.flat().flatMap(({ latitude, longitude }) => [latitude, longitude]))],
		[SECTION.pointTexts, Uint8Array.from(points.flat(), ({ text }) => Math.min(text, 255))],
		[SECTION.pointKinds, Uint8Array.from(points.flat(), ({ rough }) => (rough ? POINT_KIND.rough : POINT_KIND.place))],
		[SECTION.ticks, encodeTicks(ticks, values.length)],
		[SECTION.ruleOffsets, rules.offsets],
		[SECTION.rules, rules.rules],
		[SECTION.exceptions, rules.exceptions],
		[SECTION.displayOffsets, offsetsOf(rows)],
		[SECTION.displayBytes, joined(rows)],
	];
}

function offsetsOf(runs: readonly { readonly length: number }[]): Uint32Array {
	const offsets = new Uint32Array(runs.length + 1);
	runs.forEach((run, index) => {
		offsets[index + 1] = (offsets[index] ?? 0) + run.length;
	});
	return offsets;
}

function joined(rows: readonly Uint8Array[]): Uint8Array {
	const bytes = new Uint8Array(rows.reduce((length, row) => length + row.length, 0));
	let at = 0;
	for (const row of rows) {
		bytes.set(row, at);
		at += row.length;
	}
	return bytes;
}
