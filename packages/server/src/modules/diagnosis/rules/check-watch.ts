import { sql } from 'kysely';
import type { Watch } from '@zhiheng/contract/diagnosis/signals';
import { invalidField } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';
import { checkPlaces } from '../../feedback/index.ts';
import { loadIndicators } from '../../measurement/index.ts';

/** Refuses to watch what is not here, or a limit that nobody set. */
export async function checkWatch(operation: Operation, watch: Watch): Promise<void> {
  if (watch.kind === 'hot-spot') return;
  const indicators = await loadIndicators(operation);
  const indicator = indicators.find(({ code }) => code === watch.indicator);
  if (indicator === undefined) throw invalidField('watch.indicator', 'unknown_indicator');
  await checkPlaces(operation, watch.slice, 'watch.slice.');
  if (watch.kind === 'control-chart') return;
  const limits = indicator.limits.at(-1);
  if (limits === undefined || limits[watch.level] === null) throw invalidField('watch.level', 'no_limit', { indicator: indicator.code });
}

/** Is the same watched already? */
export async function isWatched(
  { db, orgId }: Operation,
  { kind, indicator }: { kind: Watch['kind']; indicator: string | null },
): Promise<boolean> {
  const { rows } = await sql`
    select from signal_rule where org_id = ${orgId} and kind = ${kind} and indicator is not distinct from ${indicator}::text limit 1`.execute(
    db,
  );
  return rows.length > 0;
}
