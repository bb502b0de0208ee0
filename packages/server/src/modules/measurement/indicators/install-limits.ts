import type { PackIndicator } from '@zhiheng/contract/packs/pack-file';
import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import { packHash, type Decision } from '../../../platform/pack-part.ts';
import { recordEvents } from '../../../platform/record-event.ts';
import { takeApart, type LimitValues, type StandingIndicator, type StandingLimits } from './read-pack-indicators.ts';

/** The first limits hold for everything that was ever measured. */
const beginning = '2000-01-01';

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
  const today = await todayOf(operation);
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
  return { version: newest.version + 1, validFrom: today > newest.validFrom ? today : dayAfter(newest.validFrom) };
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

async function todayOf({ db, orgId, now }: Operation): Promise<string> {
  const { rows } = await sql<{ today: string }>`
    select (${now}::timestamptz at time zone time_zone)::date as today from organisation where org_id = ${orgId}`.execute(db);
  return rows[0]?.today ?? now.toISOString().slice(0, 10);
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
  await operation.db.insertInto('indicator_limits').values(rows).execute();
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
