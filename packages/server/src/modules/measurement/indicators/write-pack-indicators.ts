import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { packHash, type PlannedRow } from '../../../platform/pack-part.ts';
import type { DefinedIndicator } from './read-pack-indicators.ts';

type Planned = PlannedRow<DefinedIndicator>;

/** Inserts new indicators and brings those that follow the pack to what it says now, with its benchmarks. */
export async function writePackIndicators(operation: Operation, pack: string, planned: readonly Planned[]): Promise<void> {
  if (planned.length === 0) return;
  await operation.db
    .insertInto('indicator')
    .values(planned.map((row) => rowOf(operation, pack, row)))
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'id']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        definition: eb.ref('excluded.definition'),
        dimension: eb.ref('excluded.dimension'),
        perspective: eb.ref('excluded.perspective'),
        unit: eb.ref('excluded.unit'),
        direction: eb.ref('excluded.direction'),
        aggregate: eb.ref('excluded.aggregate'),
        period: eb.ref('excluded.period'),
        formula: eb.ref('excluded.formula'),
        plausible_min: eb.ref('excluded.plausible_min'),
        plausible_max: eb.ref('excluded.plausible_max'),
        source: eb.ref('excluded.source'),
        target_source: eb.ref('excluded.target_source'),
        counted_from: eb.ref('excluded.counted_from'),
        pack_hash: eb.ref('excluded.pack_hash'),
        updated_at: eb.ref('excluded.updated_at'),
        version: eb('indicator.version', '+', 1),
      })),
    )
    .execute();
  await writeBenchmarks(operation, pack, planned);
}

function rowOf({ orgId, now }: Operation, pack: string, { id, hash, content }: Planned) {
  const { code, dimension, perspective, measure, unit, decimals, direction, aggregate, period } = content;
  return {
    org_id: orgId,
    id,
    ...{ code, dimension, perspective, measure, unit, decimals, direction, aggregate, period },
    name: JSON.stringify(content.name),
    definition: JSON.stringify(content.definition),
    target_source: content.target_source === undefined ? null : JSON.stringify(content.target_source),
    formula: content.formula ?? null,
    plausible_min: content.plausible_min ?? null,
    plausible_max: content.plausible_max ?? null,
    source: content.source ?? null,
    counted_from: content.counted_from === undefined ? null : JSON.stringify(content.counted_from),
    pack,
    pack_hash: hash,
    updated_at: now,
  };
}

async function writeBenchmarks({ db, orgId }: Operation, pack: string, planned: readonly Planned[]): Promise<void> {
  const ids = planned.map((row) => row.id);
  await db.deleteFrom('benchmark').where('org_id', '=', orgId).where('pack', '=', pack).where('indicator_id', 'in', ids).execute();
  const rows = planned.flatMap(({ id, content }) =>
    content.benchmarks.map((benchmark) => ({
      org_id: orgId,
      id: newId(),
      indicator_id: id,
      kind: benchmark.kind,
      value: benchmark.value,
      source: JSON.stringify(benchmark.source),
      url: benchmark.url ?? null,
      as_of: benchmark.as_of,
      pack,
      pack_hash: packHash(benchmark),
    })),
  );
  if (rows.length > 0) await db.insertInto('benchmark').values(rows).execute();
}
