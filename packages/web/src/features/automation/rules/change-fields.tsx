import type { AutomationAction } from '@zhiheng/contract/automation/automation';
import { caseStatus, priority, severity } from '@zhiheng/contract/cases/case';
import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { categoriesQuery, fieldWords, optionsOf, priorityWords, severityWords, statusWords, usePeople } from '../../cases/index.ts';
import { usePartOptions } from '../../subjects/index.ts';
import styles from '../automation.module.css';

type Change = Extract<AutomationAction, { kind: 'change-case' }>['change'];

interface Props {
  readonly change: Change;
  readonly onChange: (change: Change) => void;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

const stays = '(stays)';
const nobody = '(none)';

/** Fields of a case to set; the others stay. */
export function ChangeFields({ change, onChange }: Props) {
  const format = useFormat();
  const people = usePeople();
  const teams = usePartOptions().team;
  const { data: categories = [] } = useQuery(categoriesQuery);
  const empty = (label: string): Choice => ({ value: nobody, label });
  const fields: readonly (readonly [keyof Change, readonly Choice[]])[] = [
    ['teamId', [empty(m.automation_no_team()), ...teams.map(({ id, name }) => ({ value: id, label: format.text(name) }))]],
    ['assigneeId', [empty(m.automation_no_assignee()), ...people.map(({ id, name }) => ({ value: id, label: name }))]],
    [
      'status',
      optionsOf(
        statusWords,
        caseStatus.options.filter((status) => status !== 'new' && status !== 'merged'),
      ),
    ],
    ['priority', optionsOf(priorityWords, priority.options)],
    ['severity', [empty(m.automation_value_none()), ...optionsOf(severityWords, severity.options)]],
    ['categoryId', [empty(m.automation_value_none()), ...categories.map(({ id, name }) => ({ value: id, label: format.text(name) }))]],
  ];
  return (
    <div className={styles.pair}>
      {fields.map(([field, choices]) => (
        <ChangeField
          key={field}
          label={fieldWords(field)}
          value={change[field]}
          choices={choices}
          onChange={(value) => onChange(withField(change, field, value))}
        />
      ))}
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string | null | undefined;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string | null | undefined) => void;
}

function ChangeField({ label, value, choices, onChange }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Select<string>
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        value={value === undefined ? stays : (value ?? nobody)}
        options={[{ value: stays, label: m.automation_stays() }, ...choices]}
        onChange={(chosen) => onChange(chosen === stays ? undefined : chosen === nobody ? null : chosen)}
      />
    </div>
  );
}

/** The choices of each field are its own values, so the change is one again. */
function withField(change: Change, field: keyof Change, value: string | null | undefined): Change {
  const others = Object.fromEntries(Object.entries(change).filter(([name]) => name !== field));
  return value === undefined ? others : ({ ...others, [field]: value } as Change);
}
