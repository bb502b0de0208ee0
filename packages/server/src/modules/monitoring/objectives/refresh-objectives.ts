import { sql } from 'kysely';
import type { Burning } from '@zhiheng/contract/monitoring/objective';
import { windowAt, windowStatus } from '@zhiheng/sla-clock/objective';
import type { Db } from '../../../platform/database/connect.ts';
import { inOrganisation } from '../../../platform/database/in-organisation.ts';
import { newId } from '../../../platform/identifier.ts';
import { systemActor, type Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { gather, readZone, type Promised } from './gather.ts';
import { burningOf, secondsOf, statusOf } from './judge.rules.ts';
import { projectMinutes } from './project-minutes.ts';

const second = 1000;
const hour = 3600 * second;
const day = 24 * hour;
/** Between two looks at an objective, unless a probe of it has news. */
const rhythm = 60 * second;
/** What came later than this waits for the next whole count. */
const recent = 2 * hour;
/** A figure older than this is never asked for. */
const kept = 400 * day;

interface Due extends Promised {
  readonly name: { readonly zh: string };
  readonly recountAt: Date;
}

/** Counts the objectives whose turn it is, in every organisation. Several processes may do so at the same time. */
export async function refreshObjectives(root: Db, now = new Date()): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select organisations_with_due_objectives(${now}) as "orgId"`.execute(root);
  for (const { orgId } of rows) while (await refreshOne(root, orgId, now));
}

function refreshOne(root: Db, orgId: string, now: Date): Promise<boolean> {
  return inOrganisation(root, orgId, async (db) => {
    const operation: Operation = { db, orgId, actor: systemActor, now };
    const due = await lockDue(operation);
    if (due === null) return false;
    await refresh(operation, due);
    return true;
  });
}

async function lockDue({ db, orgId, now }: Operation): Promise<Due | null> {
  const { rows } = await sql<Due>`
    select s.objective_id as "objectiveId", s.recount_at as "recountAt", o.name, o.version, v.definition
    from objective_state s
    join objective o on o.org_id = ${orgId} and o.id = s.objective_id
    join objective_version v on v.org_id = ${orgId} and v.objective_id = o.id and v.version = o.version
    where s.org_id = ${orgId} and s.next_at <= ${now} order by s.next_at limit 1 for no key update of s skip locked`.execute(db);
  return rows[0] ?? null;
}

async function refresh(operation: Operation, due: Due): Promise<void> {
  const { db, orgId, now } = operation;
  const isWhole = due.recountAt <= now;
  const since = new Date(due.definition.since).getTime();
  const back = now.getTime() - (isWhole ? kept : recent);
  await projectMinutes(operation, due, { from: new Date(Math.max(since, back)), to: now });
  const { status, burning } = await judge(operation, due);
  await settleAlerts(operation, due, burning);
  await sql`update objective_state set as_of = ${now}, status = ${JSON.stringify(status)}, burning = ${JSON.stringify(burning)},
      next_at = ${new Date(now.getTime() + rhythm)}, recount_at = ${isWhole ? new Date(now.getTime() + hour) : due.recountAt}
    where org_id = ${orgId} and objective_id = ${due.objectiveId}`.execute(db);
}

/** How an objective stands now. */
async function judge(operation: Operation, promised: Promised) {
  const { definition } = promised;
  const zone = await readZone(operation);
  const now = secondsOf(operation.now);
  const window = windowAt(definition.window, zone, now);
  const longest = Math.max(0, ...definition.alerts.pairs.map(({ long }) => long));
  const from = Math.min(window.from, now - longest) - definition.method.slice;
  const evidence = await gather(operation, promised, { from, to: now, zone });
  return { status: statusOf(windowStatus(evidence, definition.window, now)), burning: burningOf(evidence, now, definition.alerts) };
}

interface Open {
  readonly id: string;
  readonly rate: number;
  readonly stretch: number;
}

/** An alert is raised once when its pair begins to fire, and ends when the pair no longer does. */
async function settleAlerts(operation: Operation, due: Due, burning: readonly Burning[]): Promise<void> {
  const { db, orgId, now } = operation;
  const { rows: open } = await sql<Open>`select id, rate, stretch from objective_alert
    where org_id = ${orgId} and objective_id = ${due.objectiveId} and recovered_at is null`.execute(db);
  const firing = burning.filter(({ kind }) => kind === 'firing');
  const isOf = (alert: Open) => (one: Burning) => one.pair.rate === alert.rate && one.pair.long === alert.stretch;
  for (const one of firing.filter((candidate) => !open.some((alert) => isOf(alert)(candidate)))) await raise(operation, due, one);
  for (const alert of open.filter((candidate) => !firing.some(isOf(candidate)))) {
    await sql`update objective_alert set recovered_at = ${now} where org_id = ${orgId} and id = ${alert.id}`.execute(db);
    const data = { alertId: alert.id, rate: alert.rate, stretch: alert.stretch };
    await recordEvent(operation, { type: 'objective.recovered', entity: entityOf(due), data });
  }
}

async function raise(operation: Operation, due: Due, { pair, long }: Burning): Promise<void> {
  const { db, orgId, now } = operation;
  const id = newId();
  const row = { id, objective_id: due.objectiveId, version: due.version, rate: pair.rate, stretch: pair.long, severity: pair.severity };
  await db
    .insertInto('objective_alert')
    .values({ org_id: orgId, ...row, fired_at: now, long_rate: long.rate ?? 0, bad: long.bad, n: long.n })
    .execute();
  const data = { alertId: id, severity: pair.severity, rate: pair.rate, stretch: pair.long, longRate: long.rate, bad: long.bad, n: long.n };
  await recordEvent(operation, { type: 'objective.alerted', entity: entityOf(due), data });
}

const entityOf = ({ objectiveId, name }: Due) => ({ kind: 'objective', id: objectiveId, label: name.zh });

/** Has every objective count all that was measured at its next turn: what came or went was not of the last hours. */
export async function recountObjectives({ db, orgId, now }: Operation): Promise<void> {
  await sql`update objective_state set next_at = ${now}, recount_at = ${now} where org_id = ${orgId} and next_at < 'infinity'`.execute(db);
}

/** Makes the counts and the state of every objective again from the observations. Returns how many there are. */
export async function rebuildObjectives(root: Db, orgId: string, now = new Date()): Promise<number> {
  const ids = await inOrganisation(root, orgId, async (db) => {
    await sql`delete from objective_minute where org_id = ${orgId}`.execute(db);
    const { rows } =
      await sql<Promised>`select objective_id as "objectiveId", version, definition from objective_version where org_id = ${orgId}`.execute(
        db,
      );
    for (const promised of rows) {
      const from = Math.max(new Date(promised.definition.since).getTime(), now.getTime() - kept);
      await projectMinutes({ db, orgId }, promised, { from: new Date(from), to: now });
    }
    const { numAffectedRows } = await sql`update objective_state set next_at = ${now}, status = null, burning = null, as_of = null
      where org_id = ${orgId} and next_at < 'infinity'`.execute(db);
    return Number(numAffectedRows ?? 0n);
  });
  while (await refreshOne(root, orgId, now));
  return ids;
}
