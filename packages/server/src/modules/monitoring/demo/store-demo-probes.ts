import { sql } from 'kysely';
import type { LocalText } from '@zhiheng/contract/values/text';
import { newId } from '../../../platform/identifier.ts';
import type { Operation } from '../../../platform/operation.ts';
import { storeRows, type IncomingRow } from '../../measurement/index.ts';
import { createObjective, publishObjective } from '../objectives/save-objective.ts';
import { usualPairs } from '../objectives/judge.rules.ts';
import { availabilityCode, ensureProbeIndicators, latencyCode, probeSource } from '../probes/probe-indicators.ts';

/** A made-up probe with all that it has seen, oldest first. */
export interface DemoProbe {
  readonly code: string;
  readonly name: LocalText;
  /** code of a service */
  readonly service: string;
  readonly address: string;
  /** share that is promised */
  readonly target: number;
  readonly looks: readonly DemoLook[];
}
export interface DemoLook {
  readonly at: Date;
  /** null: no answer */
  readonly latencyMs: number | null;
}

const interval = 3600;
const shownLooks = 40;

/** Stores probes that look at nothing, and a promise on each. A service that is gone has none; where a code is taken, the one that has it stays. */
export async function storeDemoProbes(operation: Operation, probes: readonly DemoProbe[]): Promise<void> {
  const { db, orgId } = operation;
  const services = await db
    .selectFrom('service')
    .select(['code', 'id'])
    .where('org_id', '=', orgId)
    .where('deleted_at', 'is', null)
    .execute();
  const ids = new Map(services.map(({ code, id }) => [code, id]));
  for (const probe of probes) {
    const serviceId = ids.get(probe.service);
    if (serviceId !== undefined && !(await isTaken(operation, probe.code))) await storeProbe(operation, probe, serviceId);
  }
}

async function isTaken({ db, orgId }: Operation, code: string): Promise<boolean> {
  const { rows } = await sql`select from probe where org_id = ${orgId} and code = ${code}
    union all select from objective where org_id = ${orgId} and code = ${code}`.execute(db);
  return rows.length > 0;
}

async function storeProbe(operation: Operation, probe: DemoProbe, serviceId: string): Promise<void> {
  const id = newId();
  await ensureProbeIndicators(operation);
  await insertProbe(operation, { id, serviceId, probe });
  await storeRows(operation, {
    source: probeSource,
    rows: probe.looks.flatMap((look) => rowsOf(look, id, probe.service)),
    quarantineAs: 'nowhere',
  });
  await insertLooks(operation, id, probe.looks);
  await promise(operation, { id, serviceId, probe });
}

interface Stored {
  readonly id: string;
  readonly serviceId: string;
  readonly probe: DemoProbe;
}

/** Switched on, yet never due: it shows what was made up and looks at nothing. */
async function insertProbe({ db, orgId, now }: Operation, { id, serviceId, probe }: Stored): Promise<void> {
  const { code, name, address, looks } = probe;
  const last = looks.at(-1);
  const since = looks.at(looks.findLastIndex(({ latencyMs }) => latencyMs === null) + 1);
  await sql`
    insert into probe (org_id, id, code, name, service_id, kind, address, interval_seconds, demo, state, state_since, last_at, last_latency_ms, last_reason,
      updated_at)
    values (${orgId}, ${id}, ${code}, ${JSON.stringify(name)}, ${serviceId}, 'http', ${address}, ${interval}, true, 'up', ${since?.at ?? now},
      ${last?.at ?? now}, ${last?.latencyMs ?? null}, 'ok', ${now})`.execute(db);
}

function rowsOf({ at, latencyMs }: DemoLook, key: string, service: string): IncomingRow[] {
  const shared = { line: null, key, at, n: 1, service, raw: {} };
  const availability = { ...shared, indicator: availabilityCode, value: latencyMs === null ? 0 : 1 };
  return latencyMs === null ? [availability] : [availability, { ...shared, indicator: latencyCode, value: latencyMs }];
}

async function insertLooks({ db, orgId }: Operation, id: string, looks: readonly DemoLook[]): Promise<void> {
  const all = looks.map(({ at, latencyMs }) => ({ at: at.toISOString(), ms: latencyMs }));
  const looked = (rows: typeof all) => sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (at timestamptz, ms int4)`;
  await sql`
    insert into probe_day (org_id, probe_id, day, up, down)
    select ${orgId}, ${id}, (n.at at time zone o.time_zone)::date, count(n.ms)::int4, (count(*) - count(n.ms))::int4
    from organisation o, ${looked(all)} where o.org_id = ${orgId} group by 3`.execute(db);
  await sql`
    insert into probe_run (org_id, probe_id, at, up, latency_ms, reason, status)
    select ${orgId}, ${id}, n.at, n.ms is not null, n.ms, case when n.ms is null then 'timeout' else 'ok' end, case when n.ms is not null then 200 end
    from ${looked(all.slice(-shownLooks))}`.execute(db);
}

async function promise(operation: Operation, { id: probeId, serviceId, probe }: Stored): Promise<void> {
  const { code, name, target, looks } = probe;
  const window = { kind: 'rolling', unit: 'day', count: 30 } as const;
  const draft = {
    ...{ serviceId, target, window, calendarId: null, source: { kind: 'probe', probeId, latencyMs: null } as const },
    ...{ method: { kind: 'occurrences', slice: interval } as const, since: (looks[0]?.at ?? operation.now).toISOString() },
    // What nobody looks at raises no alarm.
    alerts: { pairs: usualPairs(window), minimumBad: 1_000_000, minimumTotal: 1 },
  };
  const { id, revision } = await createObjective(operation, { body: { code, name, draft } });
  await publishObjective(operation, { params: { id }, body: { revision } });
  await sql`update objective set demo = true where org_id = ${operation.orgId} and id = ${id}`.execute(operation.db);
}
