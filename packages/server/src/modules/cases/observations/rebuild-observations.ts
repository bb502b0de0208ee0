import { sql } from 'kysely';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { systemActor } from '../../../platform/operation.ts';
import { observeCases } from './observe-cases.ts';
import { countDaysOf } from './sweep-days.ts';

const batchSize = 500;

interface Rebuilt {
  readonly cases: number;
  /** observations that were not as they should be */
  readonly changed: number;
}

/** Counts everything anew that indicators say of cases and days, a batch at a time; where it is as it should be, nothing is written. */
export async function rebuildObservations(root: Db, orgId: string, now = new Date()): Promise<Rebuilt> {
  let [cases, changed] = [0, 0];
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const batch = await inOrganisation(root, orgId, async (db) => {
      const { rows } = await sql<{ id: string }>`
        select c.id from service_case c where c.org_id = ${orgId} and c.id > ${after} and not c.demo
        order by c.id limit ${batchSize} for no key update`.execute(db);
      const ids = rows.map(({ id }) => id);
      return { ids, changed: await observeCases({ db, orgId, actor: systemActor, now }, ids) };
    });
    cases += batch.ids.length;
    changed += batch.changed;
    const last = batch.ids.at(-1);
    if (last === undefined) break;
    after = last;
  }
  return { cases, changed: changed + (await countDaysOf(root, orgId, { now, all: true })) };
}
