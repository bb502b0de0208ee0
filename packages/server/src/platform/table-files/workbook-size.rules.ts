import { inflateRawSync } from 'node:zlib';

const directoryEnd = Buffer.from('PK\u0005\u0006', 'latin1');
const entryStart = Buffer.from('PK\u0001\u0002', 'latin1');
const stored = 0;
const deflated = 8;

/** An unpacked workbook may be this large; reading takes some ten times as much memory. */
export const largestUnpacked = 128 * 1024 * 1024;

/**
 * Bytes that a packed workbook unpacks to; null when it is damaged, or says less than it holds.
 * Layout: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12 and 4.3.16
 */
export function unpackedSize(bytes: Buffer): number | null {
  const end = bytes.lastIndexOf(directoryEnd);
  if (end === -1 || end + 22 > bytes.length) return null;
  let at = bytes.readUInt32LE(end + 16);
  let total = 0;
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > bytes.length || !bytes.subarray(at, at + 4).equals(entryStart)) return null;
    const size = bytes.readUInt32LE(at + 24);
    total += size;
    // Nothing is unpacked that says it is too large.
    if (total > largestUnpacked) return total;
    if (!holdsWhatItSays(bytes, at, size)) return null;
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return total;
}

function holdsWhatItSays(bytes: Buffer, entry: number, size: number): boolean {
  const method = bytes.readUInt16LE(entry + 10);
  const packed = bytes.readUInt32LE(entry + 20);
  const local = bytes.readUInt32LE(entry + 42);
  if (method === stored) return packed === size;
  if (method !== deflated || local + 30 > bytes.length) return false;
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  try {
    return inflateRawSync(bytes.subarray(start, start + packed), { maxOutputLength: Math.max(size, 1) }).length === size;
  } catch {
    // Damaged, or larger than it says: both are no workbook.
    return false;
  }
}
