import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { PackContent } from '@zhiheng/contract/packs/pack-file';
import { notFound } from '../../platform/errors.ts';
import { parsePack, type PackTexts } from './parse-pack.ts';

/** The texts of a pack folder. Hidden files are the file system's, not the pack's. */
export function readPackFolder(folder: string): PackTexts {
  const files = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** A shipped pack by its code. Throws 404 when there is none, 422 with every mistake when it is broken. */
export function shippedPack(packsFolder: string, code: string): PackContent {
  if (!packCodes(packsFolder).includes(code)) throw notFound('pack');
  return parsePack(readPackFolder(join(packsFolder, code)), code);
}

interface Remembered {
  readonly stamp: string;
  readonly content: PackContent | null;
}
const remembered = new Map<string, Remembered>();

/** All sound packs of the folder, by code. A broken one is left out here: who installs it is told why. */
export function shippedPacks(packsFolder: string): PackContent[] {
  return packCodes(packsFolder).flatMap((code) => {
    const content = remember(join(packsFolder, code), () => soundOrNull(packsFolder, code));
    return content === null ? [] : [content];
  });
}

function packCodes(packsFolder: string): string[] {
  return readdirSync(packsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

/** Parsing takes a tenth of a second a pack: a folder is read again only when one of its files has changed. */
function remember(folder: string, read: () => PackContent | null): PackContent | null {
  const stamp = readdirSync(folder)
    .map((name) => `${name}:${statSync(join(folder, name)).mtimeMs}`)
    .join('|');
  const known = remembered.get(folder);
  if (known?.stamp === stamp) return known.content;
  const content = read();
  remembered.set(folder, { stamp, content });
  return content;
}

function soundOrNull(packsFolder: string, code: string): PackContent | null {
  try {
    return shippedPack(packsFolder, code);
  } catch {
    return null;
  }
}
