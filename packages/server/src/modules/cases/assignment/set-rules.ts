import type { AssignmentRule, listAssignmentRules, setAssignmentRules } from '@zhiheng/contract/cases/assignment';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import { sql } from 'kysely';
import { changesBetween } from '../../../platform/changes-between.ts';
import { changedMeanwhile, invalid } from '../../../platform/errors.ts';
import type { Call, Operation } from '../../../platform/operation.ts';
import { recordEvent } from '../../../platform/record-event.ts';
import { lintRules } from './rule-tests.rules.ts';

type RuleSet = Reply<typeof listAssignmentRules>;

export async function listRules({ db, orgId }: Pick<Operation, 'db' | 'orgId'>): Promise<RuleSet> {
  const row = await db.selectFrom('assignment_rules').select(['version', 'rules']).where('org_id', '=', orgId).executeTakeFirst();
  const items = (row?.rules ?? []) as unknown as AssignmentRule[];
  return { version: row?.version ?? 0, items, findings: findingsOf(items) };
}

/** A rule that is switched off neither hides nor is hidden. */
export function findingsOf(rules: readonly AssignmentRule[]): RuleSet['findings'] {
  const active = rules.flatMap((rule, at) => (rule.active ? [{ ...rule, at, takesAll: !rule.goOn }] : []));
  const place = (at: number): number => active[at]?.at ?? at;
  return lintRules(active).map(({ code, rule, by }) => ({ code, rule: place(rule), by: by === null ? null : place(by) }));
}

export async function setRules(call: Call, { body }: Parsed<typeof setAssignmentRules>): Promise<RuleSet> {
  const { db, orgId } = call;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`assignment-rules:${orgId}`}, 0))`.execute(db);
  const before = await listRules(call);
  if (body.version !== before.version) throw changedMeanwhile();
  await checkNames(call, body.items);
  const changes = changesBetween({ rules: before.items }, { rules: body.items });
  if (Object.keys(changes).length === 0) return before;
  const [version, rules] = [before.version + 1, JSON.stringify(body.items)];
  await db
    .insertInto('assignment_rules')
    .values({ org_id: orgId, version, rules })
    .onConflict((conflict) => conflict.column('org_id').doUpdateSet({ version, rules }))
    .execute();
  await recordEvent(call, { type: 'assignment-rules.changed', entity: { kind: 'organisation', id: orgId }, data: { ...changes, version } });
  return listRules(call);
}

/** Teams and people that a rule names must be there; two rules are never the same one. */
async function checkNames({ db, orgId }: Call, rules: readonly AssignmentRule[]): Promise<void> {
  const { rows } = await sql<{ teams: string[]; accounts: string[] }>`
    select array(select id from team where org_id = ${orgId} and deleted_at is null) as teams,
      array(select id from account where org_id = ${orgId} and deleted_at is null) as accounts`.execute(db);
  const { teams = [], accounts = [] } = rows[0] ?? {};
  const wrong = rules.flatMap(({ id, teamId, person }, at) => [
    ...(teamId === null || teams.includes(teamId) ? [] : [{ path: `items.${at}.teamId`, code: 'unknown_team' }]),
    ...(person.kind !== 'account' || accounts.includes(person.accountId)
      ? []
      : [{ path: `items.${at}.person.accountId`, code: 'unknown_account' }]),
    ...(rules.findIndex((other) => other.id === id) < at ? [{ path: `items.${at}.id`, code: 'duplicate' }] : []),
  ]);
  if (wrong.length > 0) throw invalid(wrong);
}
