import { sql } from 'kysely';
import type { Parsed } from '@zhiheng/contract/endpoint';
import type { Indicator, setLimits as endpoint } from '@zhiheng/contract/measurement/indicators';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Call } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { demandLimits } from './indicator-row.ts';
import { lockIndicator, readIndicator, type IndicatorWithHistory } from './select-indicators.ts';
import { wasMeasured } from './was-measured.ts';

/** The first limits hold for everything that was ever measured. */
export const beginning = '2000-01-01';

type Body = Parsed<typeof endpoint>['body'];

/** A new version from a day on; one of the same day takes the place of the earlier. What was already judged by others is judged anew. */
export const setLimitsWith =
  (jobs: Jobs) =>
  async (call: Call, { params, body }: Parsed<typeof endpoint>): Promise<Indicator> => {
    const before = await lockIndicator(call, params.code);
    demandLimits(before, body);
    const sameDay = before.history.find((limits) => limits.validFrom === body.validFrom);
    if (sameDay !== undefined && isSame(sameDay, body)) return before;
    await writeLimits(call, before, body);
    const entity = { kind: 'indicator', id: before.id, label: before.name.zh };
    await recordEvent(call, { type: 'indicator.limits-set', entity, data: { code: before.code, ...body } });
    const first = before.history[0];
    const since = first === undefined || body.validFrom <= first.validFrom ? undefined : body.validFrom;
    if (await wasMeasured(call, before.id, since)) call.afterCommit(() => jobs.send('rebuild', { orgId: call.orgId }));
    return readIndicator(call, params.code);
  };

const isSame = (a: Omit<Body, 'validFrom'>, b: Omit<Body, 'validFrom'>): boolean =>
  a.target === b.target && a.warning === b.warning && a.critical === b.critical;

async function writeLimits(
  { db, orgId }: Call,
  indicator: IndicatorWithHistory,
  { validFrom, target, warning, critical }: Body,
): Promise<void> {
  const version = Math.max(0, ...indicator.history.map((limits) => limits.version)) + 1;
  await sql`delete from indicator_limits where org_id = ${orgId} and indicator_id = ${indicator.id} and valid_from = ${validFrom}`.execute(
    db,
  );
  const row = { org_id: orgId, indicator_id: indicator.id, version, valid_from: validFrom, target, warning, critical };
  await db.insertInto('indicator_limits').values(row).execute();
}
