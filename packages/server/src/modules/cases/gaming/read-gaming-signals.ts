import { sql } from 'kysely';
import type { gamingSignals as endpoint } from '@zhiheng/contract/cases/gaming';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { LocalText } from '@zhiheng/contract/values/text';
import { runClock } from '@zhiheng/sla-clock/clock';
import type { CaseOrigin, HandledClock } from '@zhiheng/sla-clock/gaming';
import type { Operation } from '../../../platform/operation.ts';
import { readAgreementsInForce } from '../../agreements/index.ts';
import { dateOf, secondsOf } from '../clock-rows.rules.ts';
import { countingMoment, readClockEvents } from '../count-cases.ts';
import { agreementsFor } from '../judging-agreements.ts';
import { firstOfMonths } from '../months/months-of.rules.ts';
import { visibleTo } from '../visible-cases.ts';
import { judgeSignals, needed, type JudgedGroup } from './judge-signals.rules.ts';

type Answer = Reply<typeof endpoint>;
type Query = Parsed<typeof endpoint>['query'];

const mostCases = 20_000;
const batchSize = 1000;
/** So many cases of a group are named, for reading. */
const mostNamed = 20;

interface Handled {
  readonly id: string;
  readonly group: string;
  readonly customer: string | null;
  readonly subject: string;
  readonly openedAt: Date;
  readonly byTeam: boolean;
}

/** Reads the ledgers of the newest cases of an agreement, a batch at a time, and judges what was seen in each group. */
export async function readGamingSignals(operation: Operation, { query }: Pick<Parsed<typeof endpoint>, 'query'>): Promise<Answer> {
  const { zone } = await readAgreementsInForce(operation);
  const from = dateOf(firstOfMonths(secondsOf(operation.now), zone, query.months));
  const found = await readHandled(operation, query, from);
  const cases = found.slice(0, mostCases);
  const clocks: HandledClock[] = [];
  for (let at = 0; at < cases.length; at += batchSize)
    clocks.push(...(await readLedgers(operation, query, cases.slice(at, at + batchSize))));
  const judged = judgeSignals(clocks, originsOf(cases));
  const names = await readNames(operation, query.by, [...new Set(cases.map(({ group }) => group))]);
  const known = await readCaseNames(operation, [...new Set(judged.flatMap(({ groups }) => groups.flatMap((group) => namedOf(group))))]);
  return {
    ...{ from: from.toISOString(), to: operation.now.toISOString(), cases: cases.length, more: found.length > mostCases, needed },
    signals: judged.map(({ signal, groups }) => ({
      signal,
      groups: groups.map(({ group, cases: behind, ...figures }) => ({
        ...figures,
        groupId: group,
        name: names?.get(group) ?? null,
        cases: namedOf({ cases: behind }).flatMap((id) => known.get(id) ?? []),
      })),
    })),
  };
}

const namedOf = ({ cases }: Pick<JudgedGroup, 'cases'>): readonly string[] => cases.slice(0, mostNamed);

/** Cases with a clock of the agreement that somebody handled, the newest first. */
async function readHandled({ db, orgId }: Operation, { agreementId, target, by }: Query, from: Date): Promise<Handled[]> {
  const group = by === 'team' ? sql`c.team_id` : sql`c.assignee_id`;
  const { rows } = await sql<Handled>`
    select c.id, ${group} as group, c.customer_id as customer, concat_ws('/', c.service_id, c.type, c.category_id) as subject, c.opened_at as "openedAt",
      exists (select from case_link l where l.org_id = ${orgId} and l.case_id = c.id and l.kind = 'split-from') or (c.channel = 'api' and c.first_contact_id is not null)
        as "byTeam"
    from service_case c
    where c.org_id = ${orgId} and c.opened_at >= ${from} and ${group} is not null and exists (
      select from case_clock k where k.org_id = ${orgId} and k.case_id = c.id and k.agreement_id = ${agreementId} and k.target = ${target})
    order by c.opened_at desc, c.id limit ${mostCases + 1}`.execute(db);
  return rows;
}

async function readLedgers(operation: Operation, { agreementId, target }: Query, cases: readonly Handled[]): Promise<HandledClock[]> {
  const inForce = await readAgreementsInForce(operation);
  const histories = await readClockEvents(
    operation,
    cases.map(({ id }) => id),
  );
  return cases.flatMap(({ id: caseId, group }) => {
    const events = histories.get(caseId);
    if (events === undefined) return [];
    const agreements = agreementsFor(inForce, events, operation.now);
    const { clocks } = runClock(agreements, events, countingMoment(operation.now, events));
    const own = clocks.filter((clock) => clock.policy.id === agreementId && clock.target === target);
    return own.map((clock): HandledClock => ({ caseId, group, clock }));
  });
}

/** Without a customer it cannot be said that two cases are one matter. */
const originsOf = (cases: readonly Handled[]): CaseOrigin[] =>
  cases.flatMap(({ id, group, customer, subject, openedAt, byTeam }) =>
    customer === null
      ? []
      : [
          {
            caseId: id,
            group,
            customer,
            subject,
            openedAt: secondsOf(openedAt),
            openedBy: byTeam ? ('team' as const) : ('customer' as const),
          },
        ],
  );

/** Null for persons where the caller may not see who is who. */
async function readNames(
  { db, orgId, actor }: Operation,
  by: Query['by'],
  ids: readonly string[],
): Promise<ReadonlyMap<string, LocalText> | null> {
  if (by === 'person' && !actor.permissions.has('identity.read')) return null;
  const { rows } = await sql<{ id: string; name: LocalText }>`
    select id, name from team where org_id = ${orgId} and id = any(${[...ids]}::uuid[])
    union all select id, jsonb_build_object('zh', name, 'en', name) from account where org_id = ${orgId} and id = any(${[...ids]}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

interface NamedCase {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
}

/** Those that the caller may see. */
async function readCaseNames({ db, orgId, actor }: Operation, ids: readonly string[]): Promise<ReadonlyMap<string, NamedCase>> {
  if (ids.length === 0 || !actor.permissions.has('cases.read')) return new Map();
  const { rows } = await sql<NamedCase>`
    select c.id, c.number, c.subject from service_case c
    where c.org_id = ${orgId} and c.id = any(${[...ids]}::uuid[]) and ${visibleTo(actor)}`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
