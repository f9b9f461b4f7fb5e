import type { Words } from "#content/library.ts";
import { GIVABLE } from "#domain/desk/permissions.ts";
import { DeskLayout, FormToken } from "#pages/desk/desk-layout.tsx";
import { deskDay, deskMoment } from "#pages/desk/desk-moment.ts";
import type { Desk } from "#pages/desk/desk-part.ts";
import { membersPaths } from "#pages/desk/members/paths.ts";
import type { Staff } from "#services/list-staff.ts";

export type Done = keyof Words["desk_members"]["done"];

type MembersProps = {
	readonly words: Words;
	readonly desk: Desk;
	readonly staff: Staff;
	readonly done: Done | null;
	readonly wrong: boolean;
};

export function MembersPage({ words, desk, staff, done, wrong }: MembersProps) {
	const { desk_members: say } = words;
	return (
		<DeskLayout words={words} desk={desk} title={say.title} here={membersPaths.list(desk.area.slug)}>
			<h1>{say.title}</h1>
			<p class="lead">{say.lead}</p>
			{done === null ? null : wrong ? (
				<div class="error-summary" role="alert" aria-labelledby="errors" tabindex={-1}>
					<h2 id="errors">{say.error_title}</h2>
					<p>{say.done[done]}</p>
				</div>
			) : (
				<p class="saved" role="status">
					{say.done[done]}
				</p>
			)}
			<Members words={words} desk={desk} members={staff.members} />
			{desk.may("members.give") ? <Give words={words} desk={desk} /> : null}
			<Here words={words} desk={desk} signedIn={staff.signedIn} />
		</DeskLayout>
	);
}

function Members({ words, desk, members }: Pick<MembersProps, "words" | "desk"> & Pick<Staff, "members">) {
	const { members: say } = words.desk_members;
	const { roles } = words.desk;
	if (members.length === 0)
		return (
			<section aria-labelledby="members">
				<h2 id="members">{say.title}</h2>
				<p>{say.none}</p>
			</section>
		);
	return (
		<section class="table-room" tabindex={0} aria-labelledby="members">
			<h2 id="members">{say.title}</h2>
			<table>
				<thead>
					<tr>
						{[say.person, say.role, say.by, say.at, say.change].map((title) => (
							<th scope="col">{title}</th>
						))}
					</tr>
				</thead>
				<tbody>
					{members.map(({ member, role, givenBy, givenAt }) => (
						<tr>
							<th scope="row" class="member">
								{member}
							</th>
							<td>{roles[role]}</td>
							<td class="member">{givenBy}</td>
							<td>{deskDay(givenAt)}</td>
							<td>
								<form method="post" action={membersPaths.take(desk.area.slug)}>
									<FormToken token={desk.token} />
									<input type="hidden" name="member" value={member} />
									<input type="hidden" name="role" value={role} />
									<button class="quiet" type="submit">
										{say.take}{" "}
										<span class="visually-hidden">
											{say.take_of.replace("{role}", roles[role]).replace("{person}", () => member)}
										</span>
									</button>
								</form>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

function Give({ words, desk }: Pick<MembersProps, "words" | "desk">) {
	const { give: say } = words.desk_members;
	const { roles, roles_mean } = words.desk;
	return (
		<section aria-labelledby="give">
			<h2 id="give">{say.title}</h2>
			<form method="post" action={membersPaths.give(desk.area.slug)}>
				<FormToken token={desk.token} />
				<label for="member">{say.who}</label>
				<p class="hint" id="member-hint">
					{say.who_hint}
				</p>
				<input
					id="member"
					name="member"
					type="text"
					value={desk.form.text("member")}
					aria-describedby="member-hint"
					autocomplete="off"
					autocapitalize="none"
					spellcheck={false}
				/>
				<fieldset>
					<legend>{say.role}</legend>
					{GIVABLE.map((role) => (
						<div>
							<label class="tick">
								<input type="radio" name="role" value={role} checked={desk.form.text("role") === role} />
								<span>
									<strong>{roles[role]}.</strong> {roles_mean[role]}
								</span>
							</label>
						</div>
					))}
				</fieldset>
				<button class="primary" type="submit">
					{say.button}
				</button>
			</form>
		</section>
	);
}

function Here({ words, desk, signedIn }: Pick<MembersProps, "words" | "desk"> & Pick<Staff, "signedIn">) {
	const { here: say } = words.desk_members;
	const { roles: roleNames } = words.desk;
	return (
		<section class="table-room" tabindex={0} aria-labelledby="here">
			<h2 id="here">{say.title}</h2>
			<table>
				<thead>
					<tr>
						{[say.person, say.roles, say.since, say.seen, say.change].map((title) => (
							<th scope="col">{title}</th>
						))}
					</tr>
				</thead>
				<tbody>
					{signedIn.map(({ session, roles }) => (
						<tr>
							<th scope="row">
								{session.name} {session.hash === desk.session.hash ? say.you : null}
								<br />
								<span class="small member">{session.email ?? session.member}</span>
							</th>
							<td>{roles.map((role) => roleNames[role]).join(", ")}</td>
							<td>{deskMoment(session.createdAt)}</td>
							<td>{deskMoment(session.seenAt)}</td>
							<td>
								<form method="post" action={membersPaths.end(desk.area.slug)}>
									<FormToken token={desk.token} />
									<input type="hidden" name="session" value={session.hash} />
									<button class="quiet" type="submit">
										{say.end} <span class="visually-hidden">{say.end_of.replace("{person}", () => session.name)}</span>
									</button>
								</form>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
