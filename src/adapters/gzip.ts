/** Bytes packed with gzip, on Node and at the edge alike. */
export function zipped(bytes: Uint8Array): Promise<Uint8Array> {
	return through(bytes, new CompressionStream("gzip"));
}

/** Rejects bytes that gzip did not make. */
export function unzipped(bytes: Uint8Array): Promise<Uint8Array> {
	return through(bytes, new DecompressionStream("gzip"));
}

async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
	const body = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(stream);
	return new Uint8Array(await new Response(body).arrayBuffer());
}
