import { isUtf8 } from 'node:buffer';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le';

const utf16Mark = Buffer.from([0xff, 0xfe]);
/** Pieces are small enough that one of them is parsed in a few milliseconds. */
const pieceLength = 256 * 1024;
const sniffed = 65_536;

/**
 * Encoding of a text file: by its byte order mark, else UTF-8 when it is valid throughout, else GB18030.
 * @example guessEncoding(Buffer.from([0xc8, 0xd5, 0xc6, 0xda])) // 'gb18030' (日期)
 */
export function guessEncoding(bytes: Buffer): Encoding {
  if (bytes.subarray(0, 2).equals(utf16Mark) || isUnmarkedUtf16(bytes)) return 'utf-16le';
  return isUtf8(bytes) ? 'utf-8' : 'gb18030';
}

/** Text in pieces; no character is torn, the byte order mark is gone, and zero characters are dropped: no database text may hold them. */
export function* decodeText(bytes: Buffer, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let from = 0; from < bytes.length; from += pieceLength) {
    const last = from + pieceLength >= bytes.length;
    const text = decoder.decode(bytes.subarray(from, from + pieceLength), { stream: !last });
    yield text.includes('\0') ? text.replaceAll('\0', '') : text;
  }
}

/** The first part of a file as text; null when it holds what no text holds. */
export function decodeStart(bytes: Buffer): string | null {
  const encoding = guessEncoding(bytes);
  if (encoding !== 'utf-16le' && bytes.subarray(0, sniffed).includes(0)) return null;
  // One piece is enough to judge by; it ends where the file does or at a whole character.
  for (const piece of decodeText(bytes, encoding)) return piece;
  return '';
}

/** Latin text in UTF-16 has a zero in every second byte. */
function isUnmarkedUtf16(bytes: Buffer): boolean {
  const length = Math.min(bytes.length, 512) & ~1;
  if (length < 4) return false;
  let zeros = 0;
  for (let at = 1; at < length; at += 2) if (bytes[at] === 0 && bytes[at - 1] !== 0) zeros += 1;
  return zeros > length / 2 / 2;
}
