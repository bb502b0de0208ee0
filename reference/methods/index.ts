import { readdirSync } from 'node:fs';
import type { MethodTable } from '../problem.ts';

/** Every method of the vocabulary: each file beside this one exports one table of them. */
export async function allMethods(): Promise<MethodTable> {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && name !== 'index.ts');
  const tables = await Promise.all(files.map((name) => import(`./${name}`) as Promise<Record<string, MethodTable>>));
  return Object.assign({}, ...tables.flatMap((file) => Object.values(file))) as MethodTable;
}
