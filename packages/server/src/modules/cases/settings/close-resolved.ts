import { sql } from 'kysely';
import type { Db } from '../../../platform/database/connect.ts';
import { asSystem, type SystemWork } from '../as-system.ts';
import { lockCases } from '../case-state.ts';
import { saveCase } from '../save-case.ts';
import { readCaseSettings } from './read-settings.ts';

/** One transaction closes so many cases; the next turn is soon. */
const atOnce = 100;

/** Closes what was resolved so many days ago and is still as it was, where the house wants that. Complaints and adverse events wait for the word of the customer. */
export async function closeResolved(root: Db, now = new Date()): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select organisations_with_cases_to_close(${now}) as "orgId"`.execute(root);
  for (const { orgId } of rows) await asSystem({ root, orgId, now }, closeSome);
}

const closeSome: SystemWork<void> = async (operation) => {
  const { orgId, now } = operation;
  const { closeAfterDays } = (await readCaseSettings(operation)).settings;
  if (closeAfterDays === null) return;
  const states = await lockCases(
    operation,
    sql`c.id in (select id from service_case where org_id = ${orgId} and status = 'resolved' and type not in ('complaint', 'adverse-event') and not demo
      and resolved_at < ${now}::timestamptz - ${closeAfterDays} * interval '1 day' order by resolved_at limit ${atOnce}) and c.status = 'resolved'`,
  );
  for (const state of states) await saveCase(operation, state, { status: 'closed' });
};
