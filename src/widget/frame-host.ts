/**
 * On the page around our frames: gives each the height that it tells. The frame is known by its window, not by its
 * origin: a frame in a sandbox has none.
 */
const TALLEST = 20_000;

addEventListener("message", ({ data, source }) => {
	if (data?.type !== "fingerpost:height" || typeof data.height !== "number") return;
	for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[src*="/embed/frame/"]'))
		if (frame.contentWindow === source) frame.height = String(Math.min(Math.max(data.height, 100), TALLEST));
});
