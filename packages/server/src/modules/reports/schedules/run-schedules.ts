import { sql } from 'kysely';
import type { ReportOrder } from '@zhiheng/contract/reports/reports';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import { insertReport } from '../ask-for-report.ts';
import { nextRun, slotOf } from './next-run.rules.ts';
import { zoneOf } from './schedule-rows.ts';

interface Office {
  readonly root: Db;
  readonly jobs: Jobs;
}

interface Due {
  readonly id: string;
  readonly order: ReportOrder;
  readonly day: number;
  readonly hour: number;
  readonly nextAt: Date;
}

/** Asks for every report that is due, also for months that were slept through: each month once, however many processes look. */
export async function runSchedules({ root, jobs }: Office, now = new Date()): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select organisations_with_due_reports(${now}) as "orgId"`.execute(root);
  for (const { orgId } of rows) {
    const ids = await inOrganisation(root, orgId, (db) => runOfOrganisation({ db, orgId, actor: systemActor, now }));
    for (const id of ids) await jobs.send('report', { orgId, id });
  }
}

async function runOfOrganisation(operation: Operation): Promise<string[]> {
  const { db, orgId, now } = operation;
  const zone = await zoneOf(operation);
  const { rows } = await sql<Due>`
    select id, "order", day, hour, next_at as "nextAt" from report_schedule
    where org_id = ${orgId} and next_at <= ${now} order by next_at, id for update skip locked`.execute(db);
  const asked: string[] = [];
  for (const schedule of rows) {
    let run = schedule.nextAt;
    for (; run.getTime() <= now.getTime(); run = nextRun(run, schedule, zone)) {
      const id = newId();
      if (await insertReport(operation, { id, order: schedule.order, scheduleId: schedule.id, ...slotOf(run, zone) })) asked.push(id);
    }
    await sql`update report_schedule set next_at = ${run} where org_id = ${orgId} and id = ${schedule.id}`.execute(db);
  }
  return asked;
}
