import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { storeRows, type IncomingRow } from '../../measurement/index.ts';
import { availabilityCode, latencyCode, probeSource } from './probe-indicators.ts';
import type { Finding } from './look.ts';

/** One run: which probe, for which moment of its grid. */
export interface Run {
  readonly probeId: string;
  readonly at: Date;
}

interface Standing {
  readonly name: { readonly zh: string };
  readonly service: string;
  readonly state: string;
  readonly lastAt: Date | null;
  readonly zone: string;
}

/** What a run found becomes two observations, a line for people, and an event when the service went down or came back. */
export async function recordFinding(operation: Operation, run: Run, finding: Finding): Promise<void> {
  const standing = await lockProbe(operation, run);
  if (standing === null) return;
  // An address that may not be probed says nothing about the service: the time stays unmeasured.
  const isSaid = finding.reason !== 'refused-address';
  if (isSaid) {
    await storeRows(operation, { source: probeSource, rows: rowsOf(run, finding, standing.service), quarantineAs: 'nowhere' });
    await countDay(operation, run, { finding, zone: standing.zone });
  }
  await noteRun(operation, run, finding);
  if (standing.lastAt !== null && standing.lastAt > run.at) return;
  await moveState(operation, run, { finding, standing, state: isSaid ? (finding.up ? 'up' : 'down') : 'unknown' });
  await wakeObjectives(operation, run);
}

async function lockProbe({ db, orgId }: Operation, { probeId }: Run): Promise<Standing | null> {
  const { rows } = await sql<Standing>`
    select p.name, s.code as service, p.state, p.last_at as "lastAt", o.time_zone as zone
    from probe p join service s on s.org_id = p.org_id and s.id = p.service_id join organisation o on o.org_id = p.org_id
    where p.org_id = ${orgId} and p.id = ${probeId} for no key update of p`.execute(db);
  return rows[0] ?? null;
}

function rowsOf({ probeId, at }: Run, { up, latencyMs }: Finding, service: string): IncomingRow[] {
  const shared = { line: null, key: probeId, at, n: 1, service, raw: {} };
  const availability = { ...shared, indicator: availabilityCode, value: up ? 1 : 0 };
  return up && latencyMs !== null ? [availability, { ...shared, indicator: latencyCode, value: latencyMs }] : [availability];
}

async function countDay(
  { db, orgId }: Operation,
  { probeId, at }: Run,
  { finding, zone }: { finding: Finding; zone: string },
): Promise<void> {
  const [up, down] = finding.up ? [1, 0] : [0, 1];
  await sql`insert into probe_day as d (org_id, probe_id, day, up, down)
    values (${orgId}, ${probeId}, (${at}::timestamptz at time zone ${zone})::date, ${up}, ${down})
    on conflict (org_id, probe_id, day) do update set up = d.up + excluded.up, down = d.down + excluded.down`.execute(db);
}

/** So many runs are kept for people to look at. */
const keptDays = 7;

async function noteRun({ db, orgId, now }: Operation, { probeId, at }: Run, finding: Finding): Promise<void> {
  await sql`insert into probe_run (org_id, probe_id, at, up, latency_ms, reason, status)
    values (${orgId}, ${probeId}, ${at}, ${finding.up}, ${finding.latencyMs}, ${finding.reason}, ${finding.status})
    on conflict do nothing`.execute(db);
  await sql`delete from probe_run
    where org_id = ${orgId} and probe_id = ${probeId} and at < ${new Date(now.getTime() - keptDays * 86_400_000)}`.execute(db);
}

interface Move {
  readonly finding: Finding;
  readonly standing: Standing;
  readonly state: 'up' | 'down' | 'unknown';
}

async function moveState(operation: Operation, { probeId, at }: Run, { finding, standing, state }: Move): Promise<void> {
  const { db, orgId } = operation;
  await sql`update probe set state = ${state}, state_since = case when state = ${state} then state_since else ${at}::timestamptz end, last_at = ${at},
      last_latency_ms = ${finding.latencyMs}, last_reason = ${finding.reason}, tls_expires_at = coalesce(${finding.tlsExpiresAt}, tls_expires_at)
    where org_id = ${orgId} and id = ${probeId}`.execute(db);
  const entity = { kind: 'probe', id: probeId, label: standing.name.zh };
  if (state === 'down' && standing.state !== 'down')
    await recordEvent(operation, { type: 'probe.went-down', entity, data: { at: at.toISOString(), reason: finding.reason } });
  if (state === 'up' && standing.state === 'down')
    await recordEvent(operation, { type: 'probe.came-back', entity, data: { at: at.toISOString() } });
}

/** Objectives on this probe are looked at now, not at their next turn. */
async function wakeObjectives({ db, orgId, now }: Operation, { probeId }: Run): Promise<void> {
  await sql`update objective_state s set next_at = ${now}
    from objective o join objective_version v on v.org_id = o.org_id and v.objective_id = o.id and v.version = o.version
    where o.org_id = ${orgId} and s.org_id = ${orgId} and s.objective_id = o.id and v.definition -> 'source' ->> 'probeId' = ${probeId}
      and s.next_at > ${now}`.execute(db);
}
