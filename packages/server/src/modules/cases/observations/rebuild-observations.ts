import { sql } from 'kysely';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import { noteFigures } from '../../measurement/index.ts';
import { observeCases } from './observe-cases.ts';
import { countDaysOf } from './sweep-days.ts';

const batchSize = 500;
const firstId = '00000000-0000-0000-0000-000000000000';

interface Rebuilt {
  readonly cases: number;
  /** observations that were not as they should be */
  readonly changed: number;
}

/** Counts everything anew that indicators say of cases and days, a batch at a time; where it is as it should be, nothing is written. */
export async function rebuildObservations(root: Db, orgId: string, now = new Date()): Promise<Rebuilt> {
  let [cases, changed] = [0, 0];
  const within = <T>(work: (operation: Operation) => Promise<T>): Promise<T> =>
    inOrganisation(root, orgId, (db) => work({ db, orgId, actor: systemActor, now }));
  const total = await within(countCases);
  for (let after: string | undefined = firstId; after !== undefined;) {
    await within((operation) => noteFigures(operation, { done: cases, total: Math.max(total, cases) }));
    const from: string = after;
    const batch = await within((operation) => observeBatch(operation, from));
    cases += batch.ids.length;
    changed += batch.changed;
    after = batch.ids.at(-1);
  }
  changed += await countDaysOf(root, orgId, { now, all: true });
  await within((operation) => noteFigures(operation, { done: cases, total: cases, finished: true }));
  return { cases, changed };
}

/** The next cases after one of them, held until they are counted. */
async function observeBatch(operation: Operation, after: string): Promise<{ ids: string[]; changed: number }> {
  const { rows } = await sql<{ id: string }>`
    select c.id from service_case c where c.org_id = ${operation.orgId} and c.id > ${after} and not c.demo
    order by c.id limit ${batchSize} for no key update`.execute(operation.db);
  const ids = rows.map(({ id }) => id);
  return { ids, changed: await observeCases(operation, ids) };
}

async function countCases({ db, orgId }: Operation): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int4 as n from service_case where org_id = ${orgId} and not demo`.execute(db);
  return rows[0]?.n ?? 0;
}
