import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Words } from "#content/library.ts";
import type { AppEnv } from "#env.ts";
import { DeskFrame } from "#pages/desk/desk-layout.tsx";
import { deskPaths } from "#pages/desk/desk-paths.ts";

const STATUS = {
	signed_out: 401,
	forbidden: 403,
	not_ours: 403,
	stale: 403,
	not_found: 404,
	too_large: 413,
} as const satisfies Readonly<Record<string, ContentfulStatusCode>>;
export type DeskError = keyof typeof STATUS;

/** Why the desk does not do what was asked, and how to go on. */
export function deskError(c: Context<AppEnv>, error: DeskError): Response | Promise<Response> {
	const { words } = c.var.deps.content;
	const { title, body } = words.desk.errors[error];
	return c.html(<MessagePage words={words} title={title} body={body} />, STATUS[error]);
}

type MessageProps = {
	readonly words: Words;
	readonly title: string;
	readonly body: string;
	readonly go?: { readonly href: string; readonly label: string };
	/** What exactly went wrong, for whoever runs the service; nothing secret. */
	readonly detail?: string;
};

export function MessagePage({ words, title, body, go, detail }: MessageProps) {
	const { href, label } = go ?? { href: deskPaths.door(), label: words.desk.errors.back };
	return (
		<DeskFrame words={words} title={title}>
			<h1>{title}</h1>
			<p class="lead">{body}</p>
			{detail ? <p class="small member">{words.desk.sign_in.operator.replace("{detail}", () => detail)}</p> : null}
			<p>
				<a class="button" href={href}>
					{label}
				</a>
			</p>
		</DeskFrame>
	);
}
