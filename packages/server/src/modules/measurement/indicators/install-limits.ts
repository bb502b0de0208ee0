import type { PackIndicator } from '@zhiheng/contract/packs/pack-file';
import { sql, type Insertable } from 'kysely';
import { houseDay } from '../../../platform/database/house-day.ts';
import type { DB } from '../../../platform/database/connect.ts';
import type { Operation } from '../../../platform/operation.ts';
import { packHash, type Decision } from '../../../platform/pack-part.ts';
import { recordEvents } from '../../../platform/record-event.ts';
import { beginning } from './set-limits.ts';
import { takeApart, type LimitValues, type StandingIndicator, type StandingLimits } from './read-pack-indicators.ts';

interface Target {
  readonly pack: string;
  readonly standing: readonly StandingIndicator[];
  readonly ids: ReadonlyMap<string, string>;
}

interface NewLimits {
  readonly id: string;
  readonly indicator: PackIndicator;
  readonly version: number;
  readonly validFrom: string;
}

/**
 * Sets the limits that a pack brings: for new indicators from the beginning, for changed ones as a new version from today, so that
 * old months keep what they were judged by. Limits that a person has set are kept. Says what became of them, by indicator code.
 */
export async function installLimits(
  operation: Operation,
  target: Target,
  indicators: readonly PackIndicator[],
): Promise<Map<string, Decision>> {
  const standing = new Map(target.standing.map((row) => [row.content.code, row]));
  const today = await houseDay(operation, operation.now);
  const decisions = new Map<string, Decision>();
  const write: NewLimits[] = [];
  for (const indicator of indicators) {
    const row = standing.get(indicator.code);
    const decision = decide(row, target.pack, takeApart(indicator).limits);
    decisions.set(indicator.code, decision);
    const id = target.ids.get(indicator.code);
    if (id === undefined || (decision !== 'added' && decision !== 'updated')) continue;
    write.push({ id, indicator, ...nextVersion(row?.limits ?? null, today) });
  }
  await writeLimits(operation, target.pack, write);
  return decisions;
}

const isEmpty = (values: LimitValues): boolean => packHash(values) === packHash({});

function decide(row: StandingIndicator | undefined, pack: string, wanted: LimitValues): Decision {
  if (row !== undefined && (row.pack !== pack || row.deleted)) return 'kept';
  const limits = row?.limits ?? null;
  if (limits === null) return isEmpty(wanted) ? 'unchanged' : 'added';
  const current = packHash(limits.values);
  if (current === packHash(wanted)) return 'unchanged';
  return current === limits.packHash ? 'updated' : 'kept';
}

function nextVersion(newest: StandingLimits | null, today: string): { version: number; validFrom: string } {
  if (newest === null) return { version: 1, validFrom: beginning };
  return { version: newest.lastVersion + 1, validFrom: today > newest.validFrom ? today : newest.validFrom };
}

async function writeLimits(operation: Operation, pack: string, write: readonly NewLimits[]): Promise<void> {
  if (write.length === 0) return;
  const rows = write.map(({ id, indicator, version, validFrom }) => ({
    org_id: operation.orgId,
    indicator_id: id,
    version,
    valid_from: validFrom,
    target: indicator.target ?? null,
    warning: indicator.warning ?? null,
    critical: indicator.critical ?? null,
    pack_hash: packHash(takeApart(indicator).limits),
  }));
  await replaceLimits(operation, rows);
  const later = write.filter((limits) => limits.version > 1);
  const events = later.map(({ id, indicator, validFrom }) => {
    const entity = { kind: 'indicator', id, label: indicator.name.zh };
    return {
      type: 'indicator.limits-set' as const,
      entity,
      data: { pack, code: indicator.code, ...takeApart(indicator).limits, validFrom },
    };
  });
  await recordEvents(operation, events);
}

type LimitsRow = Insertable<DB['indicator_limits']>;

/** A version of the same day takes the place of the earlier. */
async function replaceLimits({ db, orgId }: Operation, rows: readonly LimitsRow[]): Promise<void> {
  const days = sql.join(rows.map((row) => sql`(${row.indicator_id}::uuid, ${row.valid_from}::date)`));
  await sql`delete from indicator_limits where org_id = ${orgId} and (indicator_id, valid_from) in (${days})`.execute(db);
  await db.insertInto('indicator_limits').values(rows).execute();
}
