import { sql } from 'kysely';
import type { ObjectiveDefinition } from '@zhiheng/contract/monitoring/objective';
import type { Operation } from '../../../platform/operation.ts';
import { countGood, loadIndicators, toStored, type CountQuery, type GoodWhen, type IndicatorRecord } from '../../measurement/index.ts';
import { availabilityCode, latencyCode, probeSource } from '../probes/probe-indicators.ts';
import type { Promised } from './gather.ts';

type Reader = Pick<Operation, 'db' | 'orgId'>;

interface Range {
  readonly from: Date;
  readonly to: Date;
}

/** Counts the observations of a stretch of time anew, per minute; what stands otherwise is put right. */
export async function projectMinutes(reader: Reader, promised: Promised, range: Range): Promise<void> {
  const { db, orgId } = reader;
  const { objectiveId, version } = promised;
  const whole = { from: new Date(minuteOf(range.from) * 60_000), to: range.to };
  const query = await queryOf(reader, promised.definition, whole);
  const counts = query === null ? [] : await countGood(reader, query);
  const list = (values: readonly number[]): string => `{${values.join(',')}}`;
  await sql`with fresh as (
      select * from unnest(${list(counts.map((c) => c.minute))}::int4[], ${list(counts.map((c) => c.good))}::int8[],
        ${list(counts.map((c) => c.total))}::int8[]) f (minute, good, total)
    ), gone as (
      delete from objective_minute m where m.org_id = ${orgId} and m.objective_id = ${objectiveId} and m.version = ${version}
        and m.minute >= ${minuteOf(whole.from)} and m.minute < ${minuteOf(whole.to) + 1} and m.minute not in (select minute from fresh)
    )
    insert into objective_minute as m (org_id, objective_id, version, minute, good, total)
    select ${orgId}, ${objectiveId}, ${version}::int4, minute, good, total from fresh
    on conflict (org_id, objective_id, version, minute) do update set good = excluded.good, total = excluded.total
      where (m.good, m.total) is distinct from (excluded.good, excluded.total)`.execute(db);
}

const minuteOf = (at: Date): number => Math.floor(at.getTime() / 60_000);

/** What is asked of the observations; null when the indicator is gone. */
async function queryOf(reader: Reader, { source, serviceId }: ObjectiveDefinition, range: Range): Promise<CountQuery | null> {
  const code = source.kind === 'indicator' ? source.code : source.latencyMs === null ? availabilityCode : latencyCode;
  const indicator = (await loadIndicators(reader, { withTrash: true })).find((one) => one.code === code);
  if (indicator === undefined) return null;
  const record = source.kind === 'probe' ? { record: { source: probeSource, key: source.probeId } } : {};
  return { indicatorId: indicator.id, serviceId, ...range, ...record, good: goodWhen(source, indicator) };
}

function goodWhen(source: ObjectiveDefinition['source'], indicator: IndicatorRecord): GoodWhen {
  const limit =
    source.kind === 'indicator' ? source.limit : source.latencyMs === null ? null : ({ op: 'lte', value: source.latencyMs } as const);
  if (limit === null) return { kind: indicator.direction === 'lower' ? 'no' : 'yes' };
  return { kind: limit.op, value: toStored(indicator, limit.value) };
}
