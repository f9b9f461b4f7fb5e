import { buildSnapshot } from "#domain/directory/search/build-snapshot.ts";
import { postcodesWithoutPoint, withApproximatePoints } from "#domain/places/approximate-points.ts";
import type { Dependencies } from "#ports.ts";

export type Published =
	| { readonly kind: "published"; readonly version: number; readonly services: number; readonly bytes: number }
	| { readonly kind: "refused"; readonly reason: string };

/** Builds an area's search snapshot from what may be published and stores it as its next version, whole or not at all. */
export async function publishDirectory(
	deps: Pick<Dependencies, "content" | "directory" | "snapshots" | "areas" | "places" | "clock" | "serviceNotices">,
	{ area: slug }: { readonly area: string },
): Promise<Published> {
	const { needs, synonyms, filters } = deps.content.content;
	const area = (await deps.areas.find(slug)) ?? { slug, name: slug };
	const at = deps.clock.now();
	const stored = await deps.directory.publishable(slug);
	const points = await deps.places.points(postcodesWithoutPoint(stored));
	const services = withApproximatePoints(stored, (postcode) => points.get(postcode) ?? null);
	const notices = await deps.serviceNotices.list(slug);
	const built = buildSnapshot({ services, vocabulary: { needs, synonyms, filters }, area, builtAt: at, notices });
	if (built.kind === "too_many") return { kind: "refused", reason: built.message };
	const version = await deps.snapshots.publish(slug, built.bytes, built.checksum, at);
	return { kind: "published", version, services: built.services, bytes: built.bytes.length };
}
