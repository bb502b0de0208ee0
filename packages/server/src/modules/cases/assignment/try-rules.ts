import { sql } from 'kysely';
import type { tryAssignmentRules as endpoint } from '@zhiheng/contract/cases/assignment';
import type { Parsed, Reply } from '@zhiheng/contract/endpoint';
import type { Call } from '../../../platform/operation.ts';
import { selectCaseStates } from '../case-state.ts';
import { caseFacts, categoriesAbove } from './assign-case.ts';
import { rulesThatHold } from './assignment.rules.ts';
import { findingsOf } from './set-rules.ts';

/** So many cases show what a rule means. */
const lookedAt = 200;

/** What rules that are not saved yet would say of the cases opened last, by their fields of today. */
export async function tryRules(call: Call, { body }: Parsed<typeof endpoint>): Promise<Reply<typeof endpoint>> {
  const cases = await selectCaseStates(call, sql`c.status <> 'merged'`, sql`order by c.opened_at desc, c.id desc limit ${lookedAt}`);
  const above = await categoriesAbove(
    call,
    cases.map(({ categoryId }) => categoryId),
  );
  const held = cases.map((one) => rulesThatHold(body.items, caseFacts(one, above)));
  const taken = body.items.map((rule) => held.filter((rules) => rules.includes(rule)).length);
  const nobody = held.filter((rules) => rules.length === 0).length;
  return { cases: cases.length, taken, nobody, findings: findingsOf(body.items) };
}
