import { m } from '../../../paraglide/messages.js';
import { usePeople, priorityWords } from '../../cases/index.ts';
import { usePartOptions } from '../../subjects/index.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import type { DraftRule } from './assignment-draft.ts';
import styles from '../automation.module.css';

interface Props {
  readonly rule: DraftRule;
  readonly conditions: readonly string[];
}

/** A rule in words, for those who may not write it. */
export function AssignmentReader({ rule, conditions }: Props) {
  const format = useFormat();
  const teams = usePartOptions().team;
  const people = usePeople();
  const team = teams.find(({ id }) => id === rule.teamId);
  const { person } = rule;
  const who = person.kind === 'account' ? (people.find(({ id }) => id === person.accountId)?.name ?? '—') : personWords[person.kind]();
  const parts = [
    ...(team === undefined ? [] : [m.automation_then_team({ team: format.text(team.name) })]),
    ...(person.kind === 'nobody' ? [] : [who]),
    ...(rule.priority === null ? [] : [m.automation_then_priority({ priority: priorityWords[rule.priority]() })]),
    ...(rule.tags.length === 0 ? [] : [m.automation_then_tags({ tags: format.list([...rule.tags]) })]),
  ];
  return (
    <p className={styles.sentence}>
      {conditions.length === 0 ? m.automation_tests_none() : `${m.automation_if()} ${conditions.join(m.automation_and_between())}`}
      {' → '}
      {rule.active ? parts.join(m.automation_and_between()) : m.automation_off()}
    </p>
  );
}

export const personWords = {
  nobody: m.automation_person_nobody,
  account: m.automation_person_account,
  'in-turn': m.automation_person_in_turn,
  'least-open': m.automation_person_least_open,
} as const satisfies Record<DraftRule['person']['kind'], () => string>;
