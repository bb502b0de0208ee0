import type { AssignmentRule } from '@zhiheng/contract/cases/assignment';
import { draftTest, testsOf, type DraftTest } from '../tests/draft-test.ts';

export interface DraftRule extends Omit<AssignmentRule, 'tests'> {
  readonly tests: readonly DraftTest[];
}

export const draftOf = (rules: readonly AssignmentRule[]): DraftRule[] =>
  rules.map((rule) => ({ ...rule, tests: rule.tests.map(draftTest) }));

export const newRule = (): DraftRule => ({
  ...{
    id: crypto.randomUUID(),
    name: '',
    active: true,
    tests: [],
    teamId: null,
    person: { kind: 'nobody' },
    priority: null,
    tags: [],
    goOn: false,
  },
});

/** The rules as they are sent; null while a name, a test or a person is missing. */
export function rulesOf(drafts: readonly DraftRule[]): AssignmentRule[] | null {
  const rules = drafts.flatMap(({ tests, name, ...rule }): AssignmentRule[] => {
    const complete = testsOf(tests);
    return complete === null || name.trim() === '' ? [] : [{ ...rule, name: name.trim(), tests: complete }];
  });
  return rules.length === drafts.length ? rules : null;
}
