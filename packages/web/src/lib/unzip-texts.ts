/** A file that is no ZIP, or one with a method that is not in use for texts. */
export class ZipError extends Error {}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;

/** Reads the texts of a ZIP file, stored or deflated (APPNOTE.TXT 4.3). Folders and hidden files are left out. */
export async function unzipTexts(bytes: ArrayBuffer): Promise<Record<string, string>> {
  const view = new DataView(bytes);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const texts: Record<string, string> = {};
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.byteLength || view.getUint32(at, true) !== entryMark) throw new ZipError('the directory is broken');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    const path = new TextDecoder().decode(new Uint8Array(bytes, at + 46, nameLength));
    if (isText(path)) texts[path] = await readEntry(view, at);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return texts;
}

const isText = (path: string) => !path.endsWith('/') && !path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');

/** The end record stands in the last 64 KB, before a comment. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  throw new ZipError('no ZIP file');
}

async function readEntry(view: DataView, at: number): Promise<string> {
  const method = view.getUint16(at + 10, true);
  const size = view.getUint32(at + 20, true);
  const header = view.getUint32(at + 42, true);
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const packed = new Uint8Array(view.buffer, start, size);
  if (method === 0) return new TextDecoder().decode(packed);
  if (method !== 8) throw new ZipError(`method ${method}`);
  const stream = new Blob([packed as BlobPart]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).text();
}
