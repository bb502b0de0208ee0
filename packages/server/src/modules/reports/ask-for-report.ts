import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { makeReport as endpoint, ReportOrder, ReportRow } from '@zhiheng/contract/reports/reports';
import { conflict, invalidField } from '../../platform/errors.ts';
import { newId } from '../../platform/identifier.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Call, Operation } from '../../platform/operation.ts';
import { recordEvent } from '../../platform/record-event.ts';
import { periodOf } from '../evaluation/index.ts';
import { entityOf, readReport, rowOf } from './report-rows.ts';

/** So many wait or run at most: each takes its time. */
const mostWaiting = 20;

/** Asks for a report; a job makes it. */
export const askForReport =
  (jobs: Jobs) =>
  async (call: Call, { body: { period, ...order } }: Pick<Parsed<typeof endpoint>, 'body'>): Promise<ReportRow> => {
    periodOf(period);
    await requireTemplate(call, order.templateId);
    await requireRoom(call);
    const id = newId();
    await insertReport(call, { id, order, period, scheduleId: null, slot: null });
    call.afterCommit(() => jobs.send('report', { orgId: call.orgId, id }));
    return rowOf(await readReport(call, id));
  };

interface NewReport {
  readonly id: string;
  readonly order: ReportOrder;
  readonly period: string;
  readonly scheduleId: string | null;
  /** the month in which a schedule makes it */
  readonly slot: string | null;
}

/** False when the schedule made one for that month already. */
export async function insertReport(operation: Operation, { id, order, period, scheduleId, slot }: NewReport): Promise<boolean> {
  const { db, orgId, actor, now } = operation;
  const { rows } = await sql`
    insert into report (org_id, id, kind, period, "order", schedule_id, slot, created_by, created_at)
    values (${orgId}, ${id}, ${order.kind}, ${period}, ${JSON.stringify(order)}::jsonb, ${scheduleId}, ${slot}, ${actor.id}, ${now})
    on conflict (org_id, schedule_id, slot) do nothing returning 1`.execute(db);
  if (rows.length === 0) return false;
  const data = { kind: order.kind, period, formats: order.formats, scheduleId };
  await recordEvent(operation, { type: 'report.asked', entity: entityOf({ id, kind: order.kind, period }), data });
  return true;
}

export async function requireTemplate({ db, orgId }: Operation, id: string | null): Promise<void> {
  if (id === null) return;
  const { rows } = await sql`select 1 from report_template where org_id = ${orgId} and id = ${id}`.execute(db);
  if (rows.length === 0) throw invalidField('templateId', 'unknown_reference');
}

async function requireRoom({ db, orgId }: Operation): Promise<void> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int4 as n from report where org_id = ${orgId} and state in ('queued', 'running')`.execute(db);
  if ((rows[0]?.n ?? 0) >= mostWaiting) throw conflict('too_many_reports_waiting', { most: mostWaiting });
}
