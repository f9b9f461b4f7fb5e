import type { Words } from "#content/library.ts";
import type { DeskSession } from "#domain/desk/desk-session.ts";
import { DeskFrame, Person } from "#pages/desk/desk-layout.tsx";
import type { Desk } from "#pages/desk/desk-part.ts";
import { deskPaths } from "#pages/desk/desk-paths.ts";

type AreasProps = {
	readonly words: Words;
	readonly session: DeskSession;
	readonly areas: Desk["areas"];
	readonly token: string;
};

/** Which area, for somebody with several; and for somebody with none, what to ask a manager for. */
export function AreasPage({ words, session, areas, token }: AreasProps) {
	const { areas: say } = words.desk;
	const title = areas.length === 0 ? say.none_title : say.title;
	return (
		<DeskFrame words={words} title={title} bar={<Person words={words} name={session.name} token={token} />}>
			<h1>{title}</h1>
			{areas.length === 0 ? (
				<>
					<p class="lead">{say.none}</p>
					<p>
						{say.none_line}: <code class="member">{session.email ?? session.member}</code>
					</p>
					<p>{say.none_again}</p>
				</>
			) : (
				<ul class="choose-area">
					{areas.map(({ slug, name }) => (
						<li>
							<a href={deskPaths.area(slug)}>{name}</a>
						</li>
					))}
				</ul>
			)}
		</DeskFrame>
	);
}
