import { sql } from 'kysely';
import type { ObjectiveDefinition } from '@zhiheng/contract/monitoring/objective';
import type { Objective } from '@zhiheng/contract/monitoring/objectives';
import type { LocalText } from '@zhiheng/contract/values/text';
import {
  burnRate,
  periodStatus,
  timeToExhaustion,
  windowAt,
  windowStatus,
  type Evidence,
  type WindowStatus,
} from '@zhiheng/sla-clock/objective';
import type { Operation } from '../../../platform/operation.ts';
import { readAlerts } from './list-alerts.ts';
import { readExclusions } from './read-exclusions.ts';
import { gather, readZone } from './gather.ts';
import { burningOf, instantOf, secondsOf, statusOf, windowSeconds } from './judge.rules.ts';
import { findObjective } from './objective-rows.ts';
import { firstOf } from '../first-of.ts';

const day = 86_400;
const shownDays = 30;
const points = 60;

/** One objective with all that its page shows, counted now. */
export async function getObjective(operation: Operation, { params }: { readonly params: { readonly id: string } }): Promise<Objective> {
  const found = await findObjective(operation, params.id);
  const [exclusions, alerts] = [
    await readExclusions(operation, params.id),
    await readAlerts(operation, { objectiveId: params.id, limit: 50 }),
  ];
  const more = {
    ...{
      exclusions,
      alerts,
      restatements: await readRestatements(operation, params.id),
      versions: await readVersions(operation, params.id),
    },
    ...(await readNames(operation, found.definition ?? found.draft)),
  };
  const { definition } = found;
  if (definition === null) return { ...found, ...more, lasting: null, burnDown: [], days: [] };
  const promised = { objectiveId: params.id, version: found.version, definition };
  return { ...found, ...more, ...(await countNow(operation, promised)) };
}

interface Published {
  readonly objectiveId: string;
  readonly version: number;
  readonly definition: ObjectiveDefinition;
}

async function countNow(operation: Operation, promised: Published) {
  const { definition } = promised;
  const zone = await readZone(operation);
  const now = secondsOf(operation.now);
  const window = windowAt(definition.window, zone, now);
  const from = Math.min(window.from, now - (shownDays + 1) * day) - definition.method.slice;
  const evidence = await gather(operation, promised, { from, to: now, zone });
  const status = windowStatus(evidence, definition.window, now);
  return {
    status: statusOf(status),
    burning: burningOf(evidence, now, definition.alerts),
    asOf: operation.now.toISOString(),
    lasting: lastingOf(evidence, status, { now, window: windowSeconds(definition.window) }),
    burnDown: burnDownOf(evidence, status, now),
    days: daysOf(evidence, zone, now),
  };
}

function lastingOf(evidence: Evidence, status: WindowStatus, { now, window }: { now: number; window: number }): Objective['lasting'] {
  if (status.kind === 'unmeasured') return null;
  const { rate } = burnRate(evidence, now, day);
  return { rate, seconds: timeToExhaustion({ leftShare: status.budget.leftShare, rate: rate ?? 0, window }) };
}

/** Share of the budget of the whole window that was left after each stretch of it. */
function burnDownOf(evidence: Evidence, status: WindowStatus, now: number): Objective['burnDown'] {
  if (status.kind === 'unmeasured') return [];
  const [begin, end] = [status.from, Math.min(status.to, now)];
  return Array.from({ length: points + 1 }, (_, index) => {
    const at = Math.round(begin + ((end - begin) * index) / points);
    const until = periodStatus(evidence, { from: begin, to: at }, at);
    const spent = until.kind === 'measured' ? until.budget.spent : 0;
    return { at: instantOf(at), left: 1 - spent / status.budget.allowed };
  });
}

function daysOf(evidence: Evidence, zone: string, now: number): Objective['days'] {
  const days: Objective['days'] = [];
  for (let at = now; days.length < shownDays;) {
    const within = windowAt({ kind: 'calendar', unit: 'day' }, zone, at);
    days.unshift({ day: dayOf(within.from, zone), status: statusOf(periodStatus(evidence, within, now)) });
    at = within.from - 1;
  }
  return days;
}

const dayOf = (at: number, zone: string): string => new Intl.DateTimeFormat('sv', { timeZone: zone }).format(at * 1000);

interface RestatementRow {
  readonly at: Date;
  readonly exclusionId: string;
  readonly windowFrom: Date;
  readonly windowTo: Date;
  readonly before: { readonly good: number; readonly n: number };
  readonly after: { readonly good: number; readonly n: number };
}

async function readRestatements({ db, orgId }: Operation, id: string): Promise<Objective['restatements']> {
  const { rows } = await sql<RestatementRow>`
    select at, exclusion_id as "exclusionId", window_from as "windowFrom", window_to as "windowTo",
      jsonb_build_object('good', before_good, 'n', before_n) as before, jsonb_build_object('good', after_good, 'n', after_n) as after
    from objective_restatement where org_id = ${orgId} and objective_id = ${id} order by at desc, id desc`.execute(db);
  return rows.map(({ at, windowFrom, windowTo, ...row }) => ({
    ...row,
    ...{ at: at.toISOString(), windowFrom: windowFrom.toISOString(), windowTo: windowTo.toISOString() },
  }));
}

type Version = Objective['versions'][number];
type VersionRow = Omit<Version, 'effectiveFrom' | 'publishedAt'> & { readonly effectiveFrom: Date; readonly publishedAt: Date };

/** Published versions, the newest first. */
export async function readVersions({ db, orgId }: Pick<Operation, 'db' | 'orgId'>, id: string): Promise<Version[]> {
  const { rows } = await sql<VersionRow>`
    select v.version, v.definition, v.effective_from as "effectiveFrom", v.published_at as "publishedAt", a.name as "publishedBy"
    from objective_version v left join account a on a.org_id = ${orgId} and a.id = v.published_by
    where v.org_id = ${orgId} and v.objective_id = ${id} order by v.version desc`.execute(db);
  return rows.map((row) => ({ ...row, effectiveFrom: row.effectiveFrom.toISOString(), publishedAt: row.publishedAt.toISOString() }));
}

interface Names {
  readonly sourceName: LocalText | null;
  readonly calendarName: LocalText | null;
}

/** A published version may name a probe that is gone. */
async function readNames({ db, orgId }: Operation, definition: ObjectiveDefinition | null): Promise<Names> {
  if (definition === null) return { sourceName: null, calendarName: null };
  const { source, calendarId } = definition;
  const [probeId, code] = source.kind === 'probe' ? [source.probeId, null] : [null, source.code];
  const { rows } = await sql<Names>`select
    coalesce((select name from probe where org_id = ${orgId} and id = ${probeId}::uuid),
      (select name from indicator where org_id = ${orgId} and code = ${code})) as "sourceName",
    (select name from business_calendar where org_id = ${orgId} and id = ${calendarId}::uuid) as "calendarName"`.execute(db);
  return firstOf(rows);
}
