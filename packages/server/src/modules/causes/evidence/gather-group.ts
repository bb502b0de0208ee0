import type { EvidenceGroup } from '@zhiheng/contract/causes/evidence';
import { forbidden, invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { dayStart, isQuantile } from '../../evaluation/index.ts';
import { loadIndicators, readSums, type IndicatorRecord, type RollupSum } from '../../measurement/index.ts';

/** An indicator that is observed itself: a formula has no observations. */
export async function observedIndicator(operation: Operation, code: string, path: string): Promise<IndicatorRecord> {
  if (!operation.actor.permissions.has('measurement.read')) throw forbidden('measurement.read');
  const indicator = (await loadIndicators(operation)).find((one) => one.code === code);
  if (indicator === undefined) throw invalidField(path, 'unknown_indicator', { code });
  if (indicator.measure === 'formula') throw invalidField(path, 'evidence_formula', { code });
  return indicator;
}

export interface GroupSpan {
  readonly from: Date;
  readonly to: Date;
  readonly filter: Pick<EvidenceGroup, 'serviceId' | 'teamId' | 'siteId' | 'segmentId'>;
}

/** The days of a group by the clocks of the organisation. */
export async function spanOf(
  { db, orgId }: Operation,
  { from, to, label: _label, ...filter }: EvidenceGroup,
  path: string,
): Promise<GroupSpan> {
  if (to < from) throw invalidField(`${path}.to`, 'ends_before_start');
  const { time_zone } = await db.selectFrom('organisation').select('time_zone').where('org_id', '=', orgId).executeTakeFirstOrThrow();
  const next = new Date(Date.parse(to) + 86_400_000).toISOString().slice(0, 10);
  return { from: dayStart(from, time_zone), to: dayStart(next, time_zone), filter };
}

export async function sumsOf(operation: Operation, { id, aggregate }: IndicatorRecord, span: GroupSpan): Promise<RollupSum | null> {
  const histogramOf = isQuantile(aggregate) ? [id] : [];
  const [sums] = await readSums(operation, { indicatorIds: [id], grain: 'day', ...span, histogramOf, perBucket: false });
  return sums ?? null;
}
