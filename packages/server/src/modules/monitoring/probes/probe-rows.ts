import { sql, type RawBuilder } from 'kysely';
import type { Probe, ProbeDay, ProbeReason, ProbeState, ProbeTarget } from '@zhiheng/contract/monitoring/probes';
import { notFound } from '../../../platform/errors.ts';
import type { Operation } from '../../../platform/operation.ts';

/** How the address of a probe is kept. */
export interface TargetColumns {
  readonly kind: 'http' | 'tcp';
  readonly address: string;
  readonly expectedStatus: number[];
  readonly expectedText: string | null;
  readonly followRedirects: boolean;
}

export const targetOf = ({ kind, address, ...http }: TargetColumns): ProbeTarget =>
  kind === 'tcp' ? { kind, address } : { kind, address, ...http };

interface Row extends TargetColumns, Pick<Probe, 'id' | 'code' | 'name' | 'serviceId' | 'serviceName' | 'intervalSeconds' | 'timeoutMs'> {
  readonly enabled: boolean;
  readonly demo: boolean;
  readonly version: number;
  readonly state: 'up' | 'down' | 'unknown';
  readonly stateSince: Date | null;
  readonly lastAt: Date | null;
  readonly lastLatencyMs: number | null;
  readonly lastReason: ProbeReason | null;
  readonly tlsExpiresAt: Date | null;
  readonly days: ProbeDay[];
  readonly runs: { readonly at: string; readonly up: boolean; readonly latencyMs: number | null; readonly reason: ProbeReason }[];
}

const shownRuns = 40;

/** Probes with their last runs and days. `condition` speaks of `p`. */
export async function selectProbes({ db, orgId, now }: Operation, condition: RawBuilder<unknown>, days = 28): Promise<Probe[]> {
  const { rows } = await sql<Row>`
    select p.id, p.code, p.name, p.service_id as "serviceId", s.name as "serviceName", p.kind, p.address, p.expected_status as "expectedStatus",
      p.expected_text as "expectedText", p.follow_redirects as "followRedirects", p.interval_seconds as "intervalSeconds",
      p.timeout_ms as "timeoutMs", p.enabled, p.demo, p.version, p.state, p.state_since as "stateSince", p.last_at as "lastAt",
      p.last_latency_ms as "lastLatencyMs", p.last_reason as "lastReason", p.tls_expires_at as "tlsExpiresAt", d.days, r.runs
    from probe p
    join service s on s.org_id = p.org_id and s.id = p.service_id
    join organisation o on o.org_id = p.org_id
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('day', day, 'up', up, 'down', down, 'missed', missed) order by day), '[]') as days
      from probe_day d where d.org_id = ${orgId} and d.probe_id = p.id and d.day > (${now}::timestamptz at time zone o.time_zone)::date - ${days}::int4
    ) d
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('at', at, 'up', up, 'latencyMs', latency_ms, 'reason', reason) order by at), '[]') as runs
      from (select * from probe_run r where r.org_id = ${orgId} and r.probe_id = p.id order by at desc limit ${shownRuns}) r
    ) r
    where p.org_id = ${orgId} and ${condition} order by s.code, p.code`.execute(db);
  return rows.map((row) => probeOf(row, now));
}

export async function readProbe(operation: Operation, id: string): Promise<Probe> {
  const [probe] = await selectProbes(operation, sql`p.id = ${id}`);
  if (probe === undefined) throw notFound('probe');
  return probe;
}

/** The same, held until the transaction ends. */
export async function lockProbe(operation: Operation, id: string): Promise<Probe> {
  await sql`select from probe where org_id = ${operation.orgId} and id = ${id} for no key update`.execute(operation.db);
  return readProbe(operation, id);
}

function probeOf(row: Row, now: Date): Probe {
  const {
    lastAt,
    lastLatencyMs,
    lastReason,
    stateSince,
    tlsExpiresAt,
    kind,
    address,
    expectedStatus,
    expectedText,
    followRedirects,
    demo: _demo,
    ...same
  } = row;
  const last =
    lastAt === null || lastReason === null
      ? null
      : { at: lastAt.toISOString(), up: row.state === 'up', latencyMs: lastLatencyMs, reason: lastReason };
  return {
    ...same,
    target: targetOf({ kind, address, expectedStatus, expectedText, followRedirects }),
    state: shownState(row, now),
    stateSince: stateSince?.toISOString() ?? null,
    tlsExpiresAt: tlsExpiresAt?.toISOString() ?? null,
    last,
    runs: row.runs.map((run) => ({ ...run, at: new Date(run.at).toISOString() })),
  };
}

/** What was seen holds until the run after the next one should have told; what was made up holds. */
function shownState({ enabled, demo, state, lastAt, intervalSeconds, timeoutMs }: Row, now: Date): ProbeState {
  if (!enabled) return 'off';
  if (demo) return state;
  if (state === 'unknown' || lastAt === null) return state === 'unknown' ? 'unknown' : state;
  return now.getTime() - lastAt.getTime() > 2000 * intervalSeconds + timeoutMs + 5000 ? 'late' : state;
}
