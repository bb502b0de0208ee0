import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { instant } from '../values/page.ts';
import { openTable } from './open-table.ts';

const column = z.object({ name: z.string(), type: z.string(), meaning: z.string() });
export const describedTable = z.object({ name: openTable, meaning: z.string(), columns: z.array(column) });
export type DescribedTable = z.infer<typeof describedTable>;

export const listOpenTables = endpoint('GET /api/v1/open-data/tables', {
  summary: 'The views of open data with what their columns mean',
  access: 'open-data.manage',
  response: z.object({ items: z.array(describedTable) }),
});
/** `from` and `to` bound the column by which a table is ordered in time; a table without one comes whole. */
export const exportOpenTable = endpoint('GET /api/v1/open-data/tables/:table/file', {
  summary: 'A whole table as CSV or Parquet',
  access: 'open-data.manage',
  params: z.object({ table: openTable }),
  query: z.object({ format: z.enum(['csv', 'parquet']), from: instant.optional(), to: instant.optional() }),
  response: z.unknown(),
});
