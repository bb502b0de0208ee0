import { sql } from 'kysely';
import type { ClockMonth, restateClockMonth as endpoint } from '@zhiheng/contract/cases/clock-months';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { conflict } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { readClockMonth, readReported } from './read-clock-months.ts';

/** Makes what is counted today what is reported, and says since when and why. The snapshot stays. */
export async function restateClockMonth(operation: Operation, { params, body }: Parsed<typeof endpoint>): Promise<ClockMonth> {
  const { db, orgId, actor, now } = operation;
  const { id, month } = params;
  const agreement = await readReported(operation, id);
  // Of two who restate at once the later one sees what the earlier one wrote.
  await sql`select from agreement where org_id = ${orgId} and id = ${id} for no key update`.execute(db);
  const report = await readClockMonth(operation, agreement, month);
  if (report.closedAt === null) throw conflict('month_is_open');
  if (report.state !== 'differs') throw conflict('month_is_unchanged');
  const number = report.restatements.length + 1;
  await db
    .insertInto('clock_month_restatement')
    .values({
      ...{ org_id: orgId, agreement_id: id, month, number, at: now, restated_by: actor.id, reason: body.reason },
      deltas: JSON.stringify(report.differences),
    })
    .execute();
  const entity = { kind: 'agreement', id, label: agreement.name.zh };
  await recordEvent(operation, { type: 'clock-month.restated', entity, data: { month, number, reason: body.reason } });
  return readClockMonth(operation, agreement, month);
}
