import type { z } from 'zod';
import type { fileOptions } from '@zhiheng/contract/measurement/imports';
import { openTable } from '../../../platform/table-files/open-table.ts';
import type { ForeignTable } from './foreign-table.ts';
import { looksLikeJson, openJson } from './open-json.ts';

/** Opens what another desk exported. Throws an AppError (422) when it cannot be read. */
export function openForeign(bytes: Buffer, options: z.infer<typeof fileOptions>): ForeignTable {
  if (looksLikeJson(bytes)) return openJson(bytes);
  const table = openTable(bytes, options);
  return { ...table, blocks: () => table.blocks(), comments: new Map() };
}
