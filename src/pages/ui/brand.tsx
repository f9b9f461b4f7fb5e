import { looks } from "#content/compiled/looks.ts";
import { paths } from "#pages/paths.ts";

/** The sign at the crossroads, or the logo of the council whose page it is. */
export function Brand({ area }: { readonly area?: string | undefined }) {
	const logo = area ? looks[area]?.logo : null;
	if (!area || !logo) return <Sign />;
	const { alt, width, height } = logo;
	return (
		<picture>
			{logo.dark ? <source srcset={paths.logo(area, true)} media="(prefers-color-scheme: dark)" /> : null}
			<img class="logo" src={paths.logo(area)} alt={alt} width={width} height={height} />
		</picture>
	);
}

/** A post with two arms. Decoration beside the name, so nobody is told of it. */
function Sign() {
	return (
		<svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
			<path class="post" d="M14.5 2h3v28h-3z" />
			<path class="arm" d="M5 5h18l5 4-5 4H5z" />
			<path class="arm" d="M27 15H9l-5 4 5 4h18z" />
		</svg>
	);
}
