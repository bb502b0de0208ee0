import { sql } from 'kysely';
import type { PackIndicator } from '@zhiheng/contract/packs/pack-file';
import type { Operation } from '../../../platform/operation.ts';
import type { StandingRow } from '../../../platform/pack-part.ts';

type PackBenchmark = PackIndicator['benchmarks'][number];
export type LimitValues = Pick<PackIndicator, 'target' | 'warning' | 'critical'>;
/** What a pack says of an indicator besides its limits, which have versions of their own. */
export type DefinedIndicator = Omit<PackIndicator, 'target' | 'warning' | 'critical'>;

export interface StandingLimits {
  /** highest number of a version; days and numbers need not rise together */
  readonly lastVersion: number;
  readonly validFrom: string;
  readonly packHash: string | null;
  readonly values: LimitValues;
}
export interface StandingIndicator extends StandingRow<DefinedIndicator> {
  /** those that hold from the latest day on */
  readonly limits: StandingLimits | null;
  /** also those that people added, which no pack controls */
  readonly allBenchmarks: readonly PackBenchmark[];
}

/** Takes an indicator of a file apart into its definition and its limits. */
export function takeApart({ target, warning, critical, ...definition }: PackIndicator): {
  definition: DefinedIndicator;
  limits: LimitValues;
} {
  return { definition: { ...definition, benchmarks: inOrder(definition.benchmarks) }, limits: { target, warning, critical } };
}

/** A benchmark has no code: order by what it says keeps lists comparable. */
const inOrder = (benchmarks: readonly PackBenchmark[]): PackBenchmark[] => benchmarks.toSorted((a, b) => (saying(a) < saying(b) ? -1 : 1));
const saying = (benchmark: PackBenchmark): string => [benchmark.kind, benchmark.as_of, benchmark.value, benchmark.source.en].join(' ');

interface IndicatorRow extends Omit<StandingIndicator, 'allBenchmarks' | 'content'> {
  readonly content: Omit<DefinedIndicator, 'benchmarks'>;
  readonly benchmarks: readonly { readonly pack: string | null; readonly content: PackBenchmark }[];
}

/** Indicators as packs see them. */
export async function readPackIndicators({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<StandingIndicator[]> {
  const { rows } = await sql<IndicatorRow>`
    select i.id, i.pack, i.pack_hash as "packHash", i.deleted_at is not null as deleted, l.limits, coalesce(b.benchmarks, '[]'::jsonb) as benchmarks,
      jsonb_strip_nulls(jsonb_build_object('code', i.code, 'name', i.name, 'definition', i.definition, 'dimension', i.dimension,
        'perspective', i.perspective, 'measure', i.measure, 'unit', i.unit, 'decimals', i.decimals, 'direction', i.direction,
        'aggregate', i.aggregate, 'period', i.period, 'formula', i.formula, 'plausible_min', i.plausible_min, 'plausible_max', i.plausible_max,
        'source', i.source, 'target_source', i.target_source, 'counted_from', i.counted_from)) as content
    from indicator i
    left join (
      select indicator_id, jsonb_agg(jsonb_build_object('pack', pack, 'content',
        jsonb_strip_nulls(jsonb_build_object('kind', kind, 'value', value, 'source', source, 'url', url, 'as_of', as_of)))) as benchmarks
      from benchmark where org_id = ${orgId} group by indicator_id
    ) b on b.indicator_id = i.id
    left join (
      select distinct on (indicator_id) indicator_id, jsonb_build_object('validFrom', valid_from, 'packHash', pack_hash,
        'lastVersion', max(version) over (partition by indicator_id),
        'values', jsonb_strip_nulls(jsonb_build_object('target', target, 'warning', warning, 'critical', critical))) as limits
      from indicator_limits where org_id = ${orgId} order by indicator_id, valid_from desc
    ) l on l.indicator_id = i.id
    where i.org_id = ${orgId} order by i.code`.execute(db);
  return rows.map(({ benchmarks, ...row }) => {
    const own = benchmarks.filter((benchmark) => benchmark.pack !== null && benchmark.pack === row.pack);
    const allBenchmarks = inOrder(benchmarks.map((benchmark) => benchmark.content));
    return { ...row, allBenchmarks, content: { ...row.content, benchmarks: inOrder(own.map((benchmark) => benchmark.content)) } };
  });
}
