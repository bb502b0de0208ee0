import type { AssignmentRule } from '@zhiheng/contract/cases/assignment';
import { passes, type TestedFacts } from './rule-tests.rules.ts';

/** What the rules that hold say together. */
export interface Assignment {
  readonly teamId: string | null;
  /** the rule that names a person, with the way in which it does */
  readonly person: Pick<AssignmentRule, 'id' | 'person'> | null;
  readonly priority: AssignmentRule['priority'];
  readonly tags: readonly string[];
  readonly names: readonly string[];
}

/** The rules that hold, in their order, up to the first that does not go on. */
export function rulesThatHold(rules: readonly AssignmentRule[], facts: TestedFacts): AssignmentRule[] {
  const held: AssignmentRule[] = [];
  for (const rule of rules) {
    if (!rule.active || !passes(rule.tests, facts)) continue;
    held.push(rule);
    if (!rule.goOn) break;
  }
  return held;
}

/** Of what several rules say, the first word counts; tags come together, and the most urgent priority is taken. */
export function decide(rules: readonly AssignmentRule[], facts: TestedFacts): Assignment {
  const held = rulesThatHold(rules, facts);
  return {
    teamId: held.find(({ teamId }) => teamId !== null)?.teamId ?? null,
    person: held.find(({ person }) => person.kind !== 'nobody') ?? null,
    priority: held.map(({ priority }) => priority).reduce(moreUrgent, null),
    tags: [...new Set(held.flatMap(({ tags }) => tags))],
    names: held.map(({ name }) => name),
  };
}

/** p1 comes before p2. */
export function moreUrgent<P extends string>(one: P | null, other: P | null): P | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
