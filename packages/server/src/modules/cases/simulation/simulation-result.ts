import { sql } from 'kysely';
import type { Simulation } from '@zhiheng/contract/cases/simulation';
import type { Operation } from '../../../platform/operation.ts';
import type { StoredTally } from './simulation-row.ts';
import { byMonth, byTarget, creditOf } from './tally.rules.ts';

interface Priced {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly monthlyPrice: number;
}

/** The sums of a simulation as figures, with money by the prices of today. */
export async function resultOf(
  { db, orgId }: Pick<Operation, 'db' | 'orgId'>,
  tally: StoredTally,
  zone: string,
): Promise<NonNullable<Simulation['result']>> {
  const ids = [...new Set(Object.keys(tally.breaches).map((key) => key.split('/')[0] ?? ''))];
  const { rows } = await sql<Priced>`
    select id, number, name, monthly_price as "monthlyPrice" from service_contract
    where org_id = ${orgId} and id = any(${ids}::uuid[]) and monthly_price is not null order by number`.execute(db);
  const terms = { zone, credit: tally.credit ?? { before: null, after: null } };
  const credits = rows.map((row) => ({ contractId: row.id, number: row.number, name: row.name, ...creditOf(tally, row, terms) }));
  return {
    ...tally.changes,
    targets: byTarget(tally),
    months: byMonth(tally),
    credits: credits.filter(({ before, after }) => before > 0 || after > 0),
  };
}
