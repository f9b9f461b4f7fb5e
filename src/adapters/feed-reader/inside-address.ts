/** Addresses that are no place on the internet (RFC 6890): a feed must not make us knock on doors inside. */
const INSIDE_V4 = [
	["0.0.0.0", 8],
	["10.0.0.0", 8],
	["100.64.0.0", 10],
	["127.0.0.0", 8],
	["169.254.0.0", 16],
	["172.16.0.0", 12],
	["192.0.0.0", 24],
	["192.168.0.0", 16],
	["198.18.0.0", 15],
	["224.0.0.0", 3],
] as const;
const INSIDE_V6 = [
	["::", 96],
	["64:ff9b::", 96],
	["64:ff9b:1::", 48],
	["100::", 64],
	["2002::", 16],
	["fc00::", 7],
	["fe80::", 10],
	["fec0::", 10],
	["ff00::", 8],
] as const;

/** Whether a text is an IP address, of either version, without brackets. */
export function isAddress(text: string): boolean {
	return v4(text) !== null || v6(text) !== null;
}

/** Whether an address is private, link-local, this machine's own or otherwise inside. What is no address is, too. */
export function isInside(address: string): boolean {
	const four = v4(address);
	if (four !== null) return INSIDE_V4.some(([network, bits]) => within(four, v4(network) ?? 0n, 32 - bits));
	const six = v6(address.replace(/%.*$/, ""));
	if (six === null) return true;
	// An IPv4 address in the clothes of IPv6.
	if (six >> 32n === 0xffffn) return isInside(dotted(six & 0xffffffffn));
	return INSIDE_V6.some(([network, bits]) => within(six, v6(network) ?? 0n, 128 - bits));
}

function within(address: bigint, network: bigint, free: number): boolean {
	return address >> BigInt(free) === network >> BigInt(free);
}

function v4(text: string): bigint | null {
	if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return null;
	const parts = text.split(".").map(Number);
	if (parts.some((part) => part > 255)) return null;
	return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function v6(text: string): bigint | null {
	const last = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
	const tail = last === null ? null : v4(last[2] ?? "");
	if (last !== null && tail === null) return null;
	const hex =
		last === null || tail === null ? text : `${last[1]}${(tail >> 16n).toString(16)}:${(tail & 0xffffn).toString(16)}`;
	const halves = hex.split("::");
	if (halves.length > 2) return null;
	const [before = [], after = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
	const gap = 8 - before.length - after.length;
	if (halves.length === 1 ? gap !== 0 : gap < 1) return null;
	const groups = [...before, ...Array.from({ length: gap }, () => "0"), ...after];
	if (groups.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return null;
	return groups.reduce((sum, group) => sum * 65536n + BigInt(Number.parseInt(group, 16)), 0n);
}

function dotted(address: bigint): string {
	return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join(".");
}
