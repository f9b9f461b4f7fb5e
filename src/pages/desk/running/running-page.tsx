import type { Words } from "#content/library.ts";
import { DeskLayout } from "#pages/desk/desk-layout.tsx";
import { deskMoment } from "#pages/desk/desk-moment.ts";
import type { Desk } from "#pages/desk/desk-part.ts";
import { deskPaths } from "#pages/desk/desk-paths.ts";
import type { HealthView } from "#services/show-health.ts";
import type { JobState } from "#services/show-jobs.ts";

type RunningProps = { readonly words: Words; readonly desk: Desk; readonly health: HealthView };

/** Whether all is well, what is not, and when each job was last done. */
export function RunningPage({ words, desk, health }: RunningProps) {
	const { desk_running: say } = words;
	const alarmTexts: Readonly<Record<string, string>> = say.alarms;
	const well = health.status === "ok";
	return (
		<DeskLayout words={words} desk={desk} title={say.title} here={`${deskPaths.area(desk.area.slug)}/running`}>
			<h1>{say.title}</h1>
			<p class="lead">{say.lead}</p>
			<p class={well ? "saved" : "note"} role="status">
				{well ? say.well : health.missing.length > 0 ? say.away : say.not_well}
			</p>
			{health.alarms.length > 0 ? (
				<section aria-labelledby="alarms">
					<h2 id="alarms">{say.alarms_title}</h2>
					<ul>
						{health.alarms.map(({ alarm, count }) => (
							<li>
								{alarmTexts[alarm] ?? alarm}
								{count === undefined ? null : ` (${count})`}
							</li>
						))}
					</ul>
				</section>
			) : null}
			{health.jobs.length > 0 ? <Jobs words={words} jobs={health.jobs} /> : null}
		</DeskLayout>
	);
}

function Jobs({ words, jobs }: { readonly words: Words; readonly jobs: readonly JobState[] }) {
	const { desk_running: say } = words;
	const names: Readonly<Record<string, string>> = say.jobs;
	const moment = (at: string | null) => (at === null ? say.never : deskMoment(new Date(at)));
	return (
		<section class="table-room" tabindex={0} aria-labelledby="jobs">
			<h2 id="jobs">{say.jobs_title}</h2>
			<table>
				<thead>
					<tr>
						<th scope="col">{say.job}</th>
						<th scope="col">{say.success}</th>
						<th scope="col">{say.failure}</th>
						<th scope="col">{say.state}</th>
					</tr>
				</thead>
				<tbody>
					{jobs.map((job) => (
						<tr>
							<th scope="row">{names[job.name] ?? job.name}</th>
							<td>{moment(job.last_success)}</td>
							<td>{moment(job.last_failure)}</td>
							<td>{stateOf(words, job)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

function stateOf({ desk_running: say }: Words, { late, fault }: JobState): string {
	const parts = [late ? say.late : null, fault === null ? null : say.faulty.replace("{fault}", fault)];
	return parts.filter((part) => part !== null).join(". ") || say.fine;
}
