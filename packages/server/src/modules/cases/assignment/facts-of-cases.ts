import { sql } from 'kysely';
import type { Operation } from '../../../platform/operation.ts';
import { selectCaseStates } from '../case-state.ts';
import { caseFacts, categoriesAbove } from './assign-case.ts';
import type { TestedFacts } from './rule-tests.rules.ts';

/** What rules may ask of cases, by id; a case that the caller may not see is not there. */
export async function factsOfCases(operation: Operation, ids: readonly string[]): Promise<ReadonlyMap<string, TestedFacts['values']>> {
  if (ids.length === 0) return new Map();
  const states = await selectCaseStates(operation, sql`c.id = any(${[...new Set(ids)]}::uuid[])`);
  const above = await categoriesAbove(
    operation,
    states.map(({ categoryId }) => categoryId),
  );
  return new Map(states.map((state) => [state.id, caseFacts(state, above).values]));
}
