import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

export const manifestFile = 'manifest.json';

const tableEntry = z.object({
  table: z.string().regex(/^[a-z_]+$/),
  columns: z.array(z.string().regex(/^[a-z_0-9]+$/)),
  file: z.string().regex(/^[a-z_]+\.copy\.gz$/),
  rows: z.number().int(),
  sha256: z.string(),
});
export type TableEntry = z.infer<typeof tableEntry>;

/** What a backup holds; tables in an order in which they can be filled. */
const manifest = z.object({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  /** first days of the months that observations are kept for */
  months: z.array(z.iso.date()),
  tables: z.array(tableEntry),
});
export type Manifest = z.infer<typeof manifest>;

/** Throws when the folder is no backup. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch(() => null);
  if (text === null) throw new OperateError(`${folder} is no backup: it has no ${manifestFile}`);
  const parsed = manifest.safeParse(parseJson(text));
  if (!parsed.success) throw new OperateError(`the ${manifestFile} of ${folder} is damaged`);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Something that whoever runs the command can understand and mend. */
export class OperateError extends Error {}
