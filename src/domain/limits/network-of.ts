/**
 * The network that an address belongs to, for counting: an IPv4 address itself, an IPv6 address's first 64 bits, since a
 * single home has all of the rest. A text that is no address is a network of its own, cut to 64 characters.
 */
export function networkOf(address: string): string {
	const bare = address.trim().toLowerCase().replace(/%.*$/, "");
	const dressed = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(bare);
	if (dressed?.[1] !== undefined) return dressed[1];
	if (!bare.includes(":") || !/^[0-9a-f:.]{2,45}$/.test(bare)) return bare.slice(0, LONGEST);
	const [before = "", after = ""] = bare.split("::");
	const head = groups(before);
	const tail = groups(after);
	const gap = bare.includes("::") ? Math.max(0, GROUPS - head.length - tail.length) : 0;
	const whole = [...head, ...Array.from({ length: gap }, () => "0"), ...tail];
	return `${whole
		.slice(0, NETWORK_GROUPS)
		.map((group) => group.replace(/^0+(?=.)/, ""))
		.join(":")}::/64`;
}

const LONGEST = 64;
const GROUPS = 8;
const NETWORK_GROUPS = 4;

function groups(part: string): readonly string[] {
	return part === "" ? [] : part.split(":");
}

/**
 * Who asks, where `proxies` machines of our own stand in front, each of which adds the address it saw to the end of
 * `X-Forwarded-For`. What a caller wrote there itself stands further to the front and is not believed. With no proxy
 * (0), or where the header is shorter than it should be, it is the connection's own address.
 */
export function callerBehind(proxies: number, forwardedFor: string | null, connection: string): string {
	if (proxies === 0 || forwardedFor === null) return connection;
	const seen = forwardedFor.split(",").map((part) => part.trim());
	return seen.at(-proxies) || connection;
}
