import { inflateSync } from 'node:zlib';

interface Picture {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

const pngSign = '89504e470d0a1a0a';
const mostPixels = 4000;

/** What a file is by what it holds, whatever its name: null for all that is no whole PNG or JPEG. */
export function pictureOf(bytes: Buffer): Picture | null {
  const picture = bytes.subarray(0, 8).toString('hex') === pngSign ? pngOf(bytes) : jpegOf(bytes);
  if (picture === null || picture.width < 1 || picture.height < 1) return null;
  return picture.width > mostPixels || picture.height > mostPixels ? null : picture;
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** Chunks up to the end mark; null where one is cut off. */
function chunksOf(bytes: Buffer): Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (at + 12 + length > bytes.length) return null;
    const chunk = { type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) };
    chunks.push(chunk);
    if (chunk.type === 'IEND') return chunks;
    at += 12 + length;
  }
  return null;
}

/** A PNG begins with its size, ends with its end mark, and its points can be unpacked. */
function pngOf(bytes: Buffer): Picture | null {
  const chunks = chunksOf(bytes);
  const [head] = chunks ?? [];
  if (chunks === null || head?.type !== 'IHDR' || head.data.length !== 13) return null;
  const points = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  if (!canUnpack(points)) return null;
  return { mediaType: 'image/png', width: head.data.readUInt32BE(0), height: head.data.readUInt32BE(4) };
}

function canUnpack(points: Buffer): boolean {
  try {
    return inflateSync(points, { maxOutputLength: 8 * mostPixels * mostPixels }).length > 0;
  } catch {
    return false;
  }
}

/** Frames that bear the size: all of C0 to CF but those for tables, extensions and arithmetic. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** A JPEG is marks with lengths up to the frame that bears its size, and ends with its end mark. */
function jpegOf(bytes: Buffer): Picture | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  // Some programs put a few zeros behind the end.
  if (bytes.lastIndexOf(Buffer.from('ffd9', 'hex')) < bytes.length - 64) return null;
  for (let at = 2; at + 9 < bytes.length;) {
    const marker = bytes.readUInt16BE(at);
    if (marker >> 8 !== 0xff) return null;
    if (isFrame(marker & 0xff)) return { mediaType: 'image/jpeg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
