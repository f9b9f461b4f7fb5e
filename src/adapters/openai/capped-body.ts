/** More was sent than will be read. */
export class TooLong extends Error {}

/** A body that breaks off with `TooLong` once more than `most` bytes have come. */
export function cappedBody(body: ReadableStream<Uint8Array>, most: number): ReadableStream<Uint8Array> {
	let read = 0;
	return body.pipeThrough(
		new TransformStream<Uint8Array, Uint8Array>({
			transform(piece, controller) {
				read += piece.byteLength;
				if (read > most) controller.error(new TooLong());
				else controller.enqueue(piece);
			},
		}),
	);
}
