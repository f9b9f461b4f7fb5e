import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { gunzipSync, gzipSync } from "node:zlib";

/**
 * A locked file of lines. After a head of a mark and a salt come pieces, each as its length (4 bytes) and its bytes:
 * packed with gzip, locked with AES-256-GCM under a key of this file alone (HKDF of the backup key and the salt). A
 * piece's number is its nonce; the head, the number and whether it is the last are authenticated with it. So a piece
 * that is changed, missing, moved, doubled or of another file does not open, nor does a file that breaks off.
 */
const MARK = Buffer.from("FINGERPOST-BACKUP-1\n");
const SALT = 32;
const HEAD = MARK.length + SALT;
const TAG = 16;
/** Lines are gathered to pieces of about this size before they are packed. */
const PIECE = 1024 * 1024;
/** Longer than any piece of ours, so that a length that was tampered with reserves no gigabytes. */
const LONGEST_PIECE = 64 * 1024 * 1024;

/** Why a file does not open, in a sentence for whoever restores it. */
export class BackupUnreadable extends Error {
	constructor(message: string) {
		super(message);
		this.name = "BackupUnreadable";
	}
}

/** The key of BACKUP_KEY. Throws a sentence that says how to make one. */
export function backupKey(base64: string | undefined): Buffer {
	const key = Buffer.from(base64 ?? "", "base64");
	if (key.length !== 32)
		throw new Error("BACKUP_KEY must be 32 bytes in base64. Make one with: openssl rand -base64 32");
	return key;
}

/** Writes a new file that only its owner may read. Stops where there is one already. */
export async function writeBackupFile(path: string, key: Buffer) {
	const file = await open(path, "wx", 0o600);
	const head = Buffer.concat([MARK, randomBytes(SALT)]);
	const own = ownKey(key, head);
	await file.write(head);
	let held: string[] = [];
	let size = 0;
	let number = 0;
	const flush = async (last: boolean) => {
		await writePiece(file, locked(own, head, number, last, gzipSync(held.join(""))));
		number += 1;
		held = [];
		size = 0;
	};
	return {
		line: async (value: unknown): Promise<void> => {
			const text = `${JSON.stringify(value)}\n`;
			held.push(text);
			size += text.length;
			if (size >= PIECE) await flush(false);
		},
		/** Without it the file is no backup. */
		end: async (): Promise<void> => {
			await flush(true);
			await file.sync();
			await file.close();
		},
		abandon: () => file.close(),
	};
}

/** Every line of a file, as it was written. Stops with BackupUnreadable at whatever is not as it was. */
export async function* readBackupFile(path: string, key: Buffer): AsyncGenerator<unknown> {
	const file = await open(path, "r");
	try {
		const head = await exactly(file, HEAD);
		if (head === null || !head.subarray(0, MARK.length).equals(MARK))
			throw new BackupUnreadable("The file is no Fingerpost backup, or of another version.");
		const own = ownKey(key, head);
		for (let number = 0, last = false; !last; number++) {
			const length = await exactly(file, 4);
			const size = length?.readUInt32BE(0) ?? 0;
			const piece = size > TAG && size <= LONGEST_PIECE ? await exactly(file, size) : null;
			if (piece === null) throw new BackupUnreadable(BROKEN);
			const going = opened(own, head, number, false, piece);
			const packed = going ?? opened(own, head, number, true, piece);
			if (packed === null) throw new BackupUnreadable(number === 0 ? LOCKED : BROKEN);
			last = going === null;
			for (const line of gunzipSync(packed).toString("utf8").split("\n")) if (line !== "") yield JSON.parse(line);
		}
		if ((await exactly(file, 1)) !== null) throw new BackupUnreadable(BROKEN);
	} finally {
		await file.close();
	}
}

const LOCKED = "The file does not open with this BACKUP_KEY, or was changed. Nothing was restored.";
const BROKEN = "The file was changed, or breaks off before its end. Nothing was restored.";

function ownKey(key: Buffer, head: Buffer): Buffer {
	return Buffer.from(hkdfSync("sha256", key, head.subarray(MARK.length), "fingerpost backup", 32));
}

function nonceOf(number: number): Buffer {
	const nonce = Buffer.alloc(12);
	nonce.writeBigUInt64BE(BigInt(number), 4);
	return nonce;
}

function besides(head: Buffer, number: number, last: boolean): Buffer {
	return Buffer.concat([head, nonceOf(number), Buffer.from([last ? 1 : 0])]);
}

function locked(key: Buffer, head: Buffer, number: number, last: boolean, plain: Buffer): Buffer {
	const cipher = createCipheriv("aes-256-gcm", key, nonceOf(number)).setAAD(besides(head, number, last));
	return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function opened(key: Buffer, head: Buffer, number: number, last: boolean, piece: Buffer): Buffer | null {
	const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(number), { authTagLength: TAG })
		.setAAD(besides(head, number, last))
		.setAuthTag(piece.subarray(piece.length - TAG));
	try {
		return Buffer.concat([decipher.update(piece.subarray(0, piece.length - TAG)), decipher.final()]);
	} catch {
		return null;
	}
}

async function writePiece(file: FileHandle, piece: Buffer): Promise<void> {
	const length = Buffer.alloc(4);
	length.writeUInt32BE(piece.length, 0);
	await file.write(Buffer.concat([length, piece]));
}

/** So many bytes, or null where the file ends before. */
async function exactly(file: FileHandle, size: number): Promise<Buffer | null> {
	const bytes = Buffer.alloc(size);
	let read = 0;
	while (read < size) {
		const { bytesRead } = await file.read(bytes, read, size - read);
		if (bytesRead === 0) return null;
		read += bytesRead;
	}
	return bytes;
}
