import type { closeClockMonth as endpoint, ClockMonth } from '@zhiheng/contract/cases/clock-months';
import type { Parsed } from '@zhiheng/contract/endpoint';
import { conflict } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { readAgreementsInForce } from '../../agreements/index.ts';
import { readClockMonth, readReported } from './read-clock-months.ts';

/** Freezes the figures of a month that is over. */
export async function closeClockMonth(operation: Operation, { params }: Pick<Parsed<typeof endpoint>, 'params'>): Promise<ClockMonth> {
  const { db, orgId, actor, now } = operation;
  const { id, month } = params;
  const agreement = await readReported(operation, id);
  const report = await readClockMonth(operation, agreement, month);
  if (!report.ended) throw conflict('month_not_over');
  const { zone } = await readAgreementsInForce(operation);
  const written = await db
    .insertInto('clock_month')
    .values({
      ...{ org_id: orgId, agreement_id: id, month, zone, version: agreement.version, figures: JSON.stringify(report.figures) },
      ...{ closed_at: now, closed_by: actor.id },
    })
    .onConflict((conflicting) => conflicting.doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) throw conflict('month_is_closed');
  const entity = { kind: 'agreement', id, label: agreement.name.zh };
  await recordEvent(operation, { type: 'clock-month.closed', entity, data: { month } });
  return readClockMonth(operation, agreement, month);
}
