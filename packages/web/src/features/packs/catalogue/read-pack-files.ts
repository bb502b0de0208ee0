import { unzipTexts } from '../../../lib/unzip-texts.ts';

/** The texts of a pack by file name, from one ZIP file or from the files themselves; the folder they lay in does not matter. */
export async function readPackFiles(chosen: readonly File[]): Promise<Record<string, string>> {
  const found = await Promise.all(chosen.map(textsOf));
  const texts = found.flatMap((part) => Object.entries(part)).map(([path, text]) => [path.split('/').at(-1) ?? path, text] as const);
  return Object.fromEntries(texts);
}

async function textsOf(file: File): Promise<Record<string, string>> {
  if (file.name.toLowerCase().endsWith('.zip')) return unzipTexts(await file.arrayBuffer());
  return { [file.name]: await file.text() };
}
