import { priority } from '@zhiheng/contract/cases/case';
import { Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { optionsOf, priorityWords, usePeople } from '../../cases/index.ts';
import { usePartOptions } from '../../subjects/index.ts';
import { personWords } from './assignment-reader.tsx';
import type { DraftRule } from './assignment-draft.ts';
import styles from '../automation.module.css';

interface Props {
  readonly rule: DraftRule;
  readonly onChange: (rule: DraftRule) => void;
}

const ways = ['nobody', 'in-turn', 'least-open'] as const;
const none = '';

/** What a rule gives a case. */
export function AssignmentFields({ rule, onChange }: Props) {
  const format = useFormat();
  const people = usePeople();
  const teams = usePartOptions().team;
  const { person } = rule;
  const choosePerson = (value: string) => {
    const way = ways.find((one) => one === value);
    onChange({ ...rule, person: way === undefined ? { kind: 'account', accountId: value } : { kind: way } });
  };
  return (
    <div className={styles.then} role="group" aria-label={m.automation_then()}>
      <span className={styles.lead}>{m.automation_then()}</span>
      <Field label={m.automation_to_team()}>
        {(id) => (
          <Select
            id={id}
            value={rule.teamId ?? none}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: none, label: m.automation_no_team() },
              ...teams.map((team) => ({ value: team.id, label: format.text(team.name) })),
            ]}
            onChange={(teamId) => onChange({ ...rule, teamId: teamId === none ? null : teamId })}
          />
        )}
      </Field>
      <Field label={m.automation_to_person()}>
        {(id) => (
          <Select
            id={id}
            value={person.kind === 'account' ? person.accountId : person.kind}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              ...ways.map((way) => ({ value: way as string, label: personWords[way]() })),
              ...people.map((one) => ({ value: one.id, label: one.name })),
            ]}
            onChange={choosePerson}
          />
        )}
      </Field>
      <Field label={m.automation_at_least_priority()}>
        {(id) => (
          <Select<NonNullable<DraftRule['priority']> | 'none'>
            id={id}
            value={rule.priority ?? 'none'}
            options={[{ value: 'none' as const, label: m.automation_no_priority() }, ...optionsOf(priorityWords, priority.options)]}
            onChange={(chosen) => onChange({ ...rule, priority: chosen === 'none' ? null : chosen })}
          />
        )}
      </Field>
      <Field label={m.automation_tags()}>
        {(id) => (
          <Select<string[]>
            id={id}
            mode="tags"
            maxCount={10}
            tokenSeparators={[',', '，']}
            placeholder={m.automation_test_type()}
            value={[...rule.tags]}
            onChange={(tags) => onChange({ ...rule, tags: tags.map((tag) => tag.trim().slice(0, 40)).filter((tag) => tag !== '') })}
          />
        )}
      </Field>
    </div>
  );
}

function Field({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
