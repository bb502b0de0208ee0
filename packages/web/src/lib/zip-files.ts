import { crc32 } from './crc32.ts';

interface Entry {
  readonly name: Uint8Array;
  readonly content: Uint8Array;
  readonly crc: number;
  readonly offset: number;
}

const utf8Names = 0x0800;
const newYear1980 = 0x0021;

/** The fields that a file's header and its entry in the directory have in common: version, flags, method 0 (stored), date, sizes. */
function commonFields(view: DataView, at: number, { name, content, crc }: Omit<Entry, 'offset'>): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, utf8Names, true);
  view.setUint16(at + 8, newYear1980, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, content.length, true);
  view.setUint32(at + 18, content.length, true);
  view.setUint16(at + 22, name.length, true);
}

function fileHeader(entry: Omit<Entry, 'offset'>): Uint8Array {
  const view = new DataView(new ArrayBuffer(30));
  view.setUint32(0, 0x04034b50, true);
  commonFields(view, 4, entry);
  return new Uint8Array(view.buffer);
}

function directoryEntry(entry: Entry): Uint8Array {
  const view = new DataView(new ArrayBuffer(46));
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, 20, true);
  commonFields(view, 6, entry);
  view.setUint32(42, entry.offset, true);
  return new Uint8Array(view.buffer);
}

function directoryEnd(entries: number, size: number, offset: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(22));
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, entries, true);
  view.setUint16(10, entries, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return new Uint8Array(view.buffer);
}

/**
 * Puts texts into a ZIP file, uncompressed (APPNOTE.TXT 4.3): a few kilobytes of YAML are not worth a library.
 *
 * @example zipFiles({ 'pack/pack.yaml': 'pack: demo\n' })
 */
export function zipFiles(files: Readonly<Record<string, string>>): Blob {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const entries: Entry[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, content] = [encoder.encode(path), encoder.encode(text)];
    const entry = { name, content, crc: crc32(content), offset };
    entries.push(entry);
    parts.push(fileHeader(entry), name, content);
    offset += 30 + name.length + content.length;
  }
  const directory = entries.flatMap((entry) => [directoryEntry(entry), entry.name]);
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  // A Blob takes views over plain buffers; these are.
  return new Blob([...parts, ...directory, directoryEnd(entries.length, size, offset)] as BlobPart[], { type: 'application/zip' });
}
