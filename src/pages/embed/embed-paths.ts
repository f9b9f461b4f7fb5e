/** The addresses that other sites build on. They are a promise: they change only with a new "v". */
export const embedPaths = {
	builder: () => "/embed",
	mock: (query: string) => withQuery("/embed/mock", query),
	theme: (accent: string) => `/embed/theme.css?accent=${encodeURIComponent(accent)}`,
	frame: (area: string, query = "") => withQuery(`/embed/frame/${area}`, query),
	fragment: (area: string, query = "") => withQuery(`/embed/fragment/${area}`, query),
	oembed: (url: string) => `/embed/oembed?url=${encodeURIComponent(url)}`,
	script: (version = "v1") => `/embed/${version}/fingerpost.js`,
	frameScript: () => "/embed/v1/frame.js",
	frameHost: () => "/embed/v1/frame-host.js",
	versions: () => "/embed/versions.json",
	services: (area: string, query = "") => withQuery(`/api/v1/areas/${area}/services`, query),
	asset: (name: "embed-builder.css" | "embed-builder.js" | "embed-mock.css" | "embed-frame.css") => `/assets/${name}`,
} as const;

function withQuery(path: string, query: string): string {
	return query === "" ? path : `${path}?${query}`;
}
