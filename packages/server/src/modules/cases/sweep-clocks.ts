import { sql } from 'kysely';
import type { Db } from '../../platform/database/connect.ts';
import { inOrganisation } from '../../platform/database/in-organisation.ts';
import { systemActor, type Operation } from '../../platform/operation.ts';
import { announceCase } from './announce-case.ts';
import { countCases } from './count-cases.ts';
import { isOpen } from './filter-cases.ts';

/** One transaction counts so many cases: others wait for it no longer than a moment. */
const batchSize = 100;
const mostBatches = 50;

interface Due {
  readonly id: string;
  readonly number: string;
}

/** Finds deadlines that passed and steps of escalations that have come, in every organisation, and records each once. Several processes may sweep at the same time. */
export async function sweepClocks(root: Db, now = new Date()): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select organisations_with_due_clocks(${now}) as "orgId"`.execute(root);
  for (const { orgId } of rows) {
    // What is left after so many batches has its next turn soon.
    for (let batch = 0; batch < mostBatches; batch++) if ((await sweepOrganisation(root, orgId, now)) < batchSize) break;
  }
}

async function sweepOrganisation(root: Db, orgId: string, now: Date): Promise<number> {
  const counted = await inOrganisation(root, orgId, async (db) => {
    const operation: Operation = { db, orgId, actor: systemActor, now };
    const cases = await lockDue(operation);
    await countCases(operation, cases);
    return cases;
  });
  for (const { id } of counted) announceCase({ orgId }, id);
  return counted.length;
}

/** Cases that somebody saves just now are counted by that save. */
async function lockDue({ db, orgId, now }: Operation): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select c.id, c.number from service_case c
    where c.org_id = ${orgId} and not c.demo and ${isOpen} and c.id in (
      select case_id from case_clock where org_id = ${orgId} and state = 'running' and breached_at is null and due_at <= ${now}
      union select case_id from case_clock where org_id = ${orgId} and next_step_at <= ${now})
    order by c.id limit ${batchSize} for no key update skip locked`.execute(db);
  return rows;
}
