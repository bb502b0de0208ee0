import { sql } from 'kysely';
import type { OpenTable } from '@zhiheng/contract/open-data/open-table';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';

export type Row = Readonly<Record<string, unknown>>;

/** A table of one organisation, or what of it lies between two instants. */
export interface Extract {
  readonly root: Db;
  readonly orgId: string;
  readonly table: OpenTable;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

const batch = 10_000;

/** The column by which a table lies in time. */
export const timeOf: Readonly<Partial<Record<OpenTable, string>>> = {
  ...{ observation: 'at', rollup: 'at', service_case: 'opened_at', clock: 'started_at', finding: 'first_seen' },
};

/** Hands over all rows, batch by batch, as they stood at one moment. A taker that is not done is waited for. */
export async function readBatches({ root, orgId, table, from, to }: Extract, take: (rows: readonly Row[]) => Promise<void>): Promise<void> {
  const time = timeOf[table];
  const when =
    time === undefined
      ? sql`true`
      : sql`${from === undefined ? sql`true` : sql`${sql.ref(time)} >= ${from}::timestamptz`}
          and ${to === undefined ? sql`true` : sql`${sql.ref(time)} < ${to}::timestamptz`}`;
  await inOrganisation(root, orgId, async (db) => {
    await sql`declare rows_of_table no scroll cursor for select * from ${sql.table(`open_data.${table}`)} where ${when}`.execute(db);
    for (;;) {
      const { rows } = await sql<Row>`fetch ${sql.lit(batch)} from rows_of_table`.execute(db);
      if (rows.length === 0) return;
      await take(rows);
    }
  });
}
