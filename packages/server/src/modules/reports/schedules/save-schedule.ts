import { sql } from 'kysely';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type * as api from '@zhiheng/contract/reports/schedules';
import type { ReportSchedule } from '@zhiheng/contract/reports/schedules';
import { changedMeanwhile } from '../../../platform/errors.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { requireTemplate } from '../ask-for-report.ts';
import { nextRun } from './next-run.rules.ts';
import { entityOf, readSchedule, readSchedules, zoneOf } from './schedule-rows.ts';

type Fields = Parsed<typeof api.createReportSchedule>['body'];

export async function listSchedules(operation: Operation): Promise<Reply<typeof api.listReportSchedules>> {
  return { zone: await zoneOf(operation), items: await readSchedules(operation, null) };
}

export async function createSchedule(operation: Operation, { body }: { readonly body: Fields }): Promise<ReportSchedule> {
  const { db, orgId, actor } = operation;
  const { order, nextAt } = await planned(operation, body);
  const id = newId();
  await sql`
    insert into report_schedule (org_id, id, name, "order", template_id, day, hour, next_at, created_by)
    values (${orgId}, ${id}, ${body.name}, ${JSON.stringify(order)}::jsonb, ${body.templateId}, ${body.day}, ${body.hour}, ${nextAt}, ${actor.id})`.execute(
    db,
  );
  await recordEvent(operation, { type: 'report-schedule.created', entity: entityOf({ id, name: body.name }), data: { ...body } });
  return readSchedule(operation, id);
}

export async function updateSchedule(
  operation: Operation,
  { params, body: { version, ...body } }: Pick<Parsed<typeof api.updateReportSchedule>, 'params' | 'body'>,
): Promise<ReportSchedule> {
  const { db, orgId } = operation;
  await readSchedule(operation, params.id);
  const { order, nextAt } = await planned(operation, body);
  const { numAffectedRows } = await sql`
    update report_schedule set name = ${body.name}, "order" = ${JSON.stringify(order)}::jsonb, template_id = ${body.templateId}, day = ${body.day},
      hour = ${body.hour}, next_at = ${nextAt}, version = version + 1
    where org_id = ${orgId} and id = ${params.id} and version = ${version}`.execute(db);
  if (numAffectedRows === 0n) throw changedMeanwhile();
  await recordEvent(operation, {
    type: 'report-schedule.changed',
    entity: entityOf({ id: params.id, name: body.name }),
    data: { ...body },
  });
  return readSchedule(operation, params.id);
}

export async function deleteSchedule(
  operation: Operation,
  { params }: { readonly params: { readonly id: string } },
): Promise<{ ok: true }> {
  const schedule = await readSchedule(operation, params.id);
  await sql`delete from report_schedule where org_id = ${operation.orgId} and id = ${params.id}`.execute(operation.db);
  await recordEvent(operation, { type: 'report-schedule.deleted', entity: entityOf(schedule) });
  return { ok: true };
}

async function planned(operation: Operation, { name: _name, day, hour, active, ...order }: Fields) {
  await requireTemplate(operation, order.templateId);
  return { order, nextAt: active ? nextRun(operation.now, { day, hour }, await zoneOf(operation)) : null };
}
