/** Something a content designer has to mend, in words they understand. */
export type Problem = { readonly file: string; readonly line: number; readonly message: string };

/** "content/answers/parents/s47-what.md:14  message", as an editor can click it. */
export function describeProblem(problem: Problem): string {
	return `${problem.file}:${problem.line}  ${problem.message}`;
}
