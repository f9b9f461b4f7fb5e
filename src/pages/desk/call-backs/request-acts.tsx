import type { Child } from "hono/jsx";
import { isWaiting } from "#domain/call-backs/call-back.ts";
import { callBackPaths } from "#pages/desk/call-backs/paths.ts";
import type { RequestPageProps } from "#pages/desk/call-backs/request-page.tsx";
import { FormToken } from "#pages/desk/desk-layout.tsx";
import { CallBackOutcome } from "#services/work-on-call-back.ts";

/** What the person who looks may do with the request, as it stands now. */
export function RequestActs({ words, desk, opened, team }: RequestPageProps) {
	const { acts: say } = words.desk_call_backs;
	const { callBack } = opened;
	const { reference, version, status, claimedBy } = callBack;
	const { slug } = desk.area;
	if (callBack.erasedAt !== null) return null;
	const open = isWaiting(status) || status === "spoke";
	const post = (action: string, children: Child) => (
		<form method="post" action={action}>
			<FormToken token={desk.token} />
			<input type="hidden" name="version" value={version} />
			{children}
		</form>
	);
	const act = (name: "claim" | "give_back" | "tried" | "spoke") => (
		<button class={name === "claim" ? "primary" : "quiet"} type="submit" name="act" value={name}>
			{say[name]}
		</button>
	);
	return (
		<section class="card" aria-labelledby="acts">
			<h2 id="acts">{say.title}</h2>
			{open && desk.may("call_backs.work")
				? post(
						callBackPaths.work(slug, reference),
						<p>
							{claimedBy === desk.actor ? null : act("claim")} {claimedBy === null ? null : act("give_back")}{" "}
							{act("tried")} {act("spoke")}
						</p>,
					)
				: null}
			{open && desk.may("call_backs.work")
				? post(
						callBackPaths.work(slug, reference),
						<>
							<label for="outcome">{say.outcome}</label>
							<select id="outcome" name="outcome">
								{CallBackOutcome.options.map((outcome) => (
									<option value={outcome}>{say.outcomes[outcome]}</option>
								))}
							</select>
							<button class="quiet" type="submit" name="act" value="close">
								{say.close}
							</button>
						</>,
					)
				: null}
			{open && desk.may("call_backs.manage") && team.length > 0
				? post(
						callBackPaths.assign(slug, reference),
						<>
							<label for="to">{say.assign}</label>
							<select id="to" name="to">
								{team.map((name) => (
									<option value={name}>{name}</option>
								))}
							</select>
							<button class="quiet" type="submit">
								{say.assign_button}
							</button>
						</>,
					)
				: null}
			{desk.may("call_backs.manage")
				? post(
						callBackPaths.erase(slug, reference),
						<>
							<p class="hint" id="erase-hint">
								{say.erase_hint}
							</p>
							<button class="quiet" type="submit" aria-describedby="erase-hint">
								{say.erase}
							</button>
						</>,
					)
				: null}
		</section>
	);
}
