/** The sign at the crossroads: a post with two arms. Decoration beside the name, so nobody is told of it. */
export function Brand() {
	return (
		<svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
			<path class="post" d="M14.5 2h3v28h-3z" />
			<path class="arm" d="M5 5h18l5 4-5 4H5z" />
			<path class="arm" d="M27 15H9l-5 4 5 4h18z" />
		</svg>
	);
}
