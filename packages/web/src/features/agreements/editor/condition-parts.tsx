import { caseChannel, caseStatus, caseType, priority, severity } from '@zhiheng/contract/cases/case';
import { Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { fieldText, occurrenceWords, valueText, type Condition, type FieldValue, type Occurrence } from '../condition-text.ts';
import styles from './editor.module.css';

const knownValues: Readonly<Record<string, readonly FieldValue[]>> = {
  status: caseStatus.options,
  type: caseType.options,
  priority: priority.options,
  severity: severity.options,
  channel: caseChannel.options,
  'held-by': ['customer', 'team', 'supplier'],
  answered: [true, false],
};
const fields = Object.keys(knownValues);
const occurrences = Object.keys(occurrenceWords) as Occurrence[];

interface Props {
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
}

/** What one simple condition names: a field and its values, or something that happened. */
export function ConditionParts({ condition, onChange }: Props) {
  if (condition.kind === 'is') return <IsParts condition={condition} onChange={onChange} />;
  if (condition.kind === 'happened') {
    return (
      <Select<Occurrence>
        className={styles.values ?? ''}
        aria-label={m.agreements_kind_happened()}
        value={condition.what}
        options={occurrences.map((value) => ({ value, label: occurrenceWords[value]() }))}
        onChange={(what) => onChange({ kind: 'happened', what })}
      />
    );
  }
  if (condition.kind !== 'changed') return null;
  return <FieldSelect field={condition.field} onChange={(field) => onChange({ kind: 'changed', field })} />;
}

function IsParts({
  condition,
  onChange,
}: {
  readonly condition: Extract<Condition, { kind: 'is' }>;
  readonly onChange: Props['onChange'];
}) {
  const { field, values } = condition;
  const known = knownValues[field] ?? values;
  // The list box knows texts; the values may be booleans or null.
  const options = [...new Set([...known, ...values])].map((value) => ({ value: JSON.stringify(value), label: valueText(value) }));
  return (
    <>
      <FieldSelect
        field={field}
        onChange={(next) => onChange({ kind: 'is', field: next, values: (knownValues[next] ?? []).slice(0, 1) })}
      />
      <Select<string[]>
        mode="multiple"
        className={styles.values ?? ''}
        aria-label={m.agreements_condition_values()}
        value={values.map((value) => JSON.stringify(value))}
        options={options}
        onChange={(next) => onChange({ kind: 'is', field, values: next.map((value) => JSON.parse(value) as FieldValue) })}
      />
    </>
  );
}

function FieldSelect({ field, onChange }: { readonly field: string; readonly onChange: (field: string) => void }) {
  const offered = fields.includes(field) ? fields : [...fields, field];
  return (
    <Select
      className={styles.fieldName ?? ''}
      aria-label={m.agreements_condition_field()}
      value={field}
      options={offered.map((value) => ({ value, label: fieldText(value) }))}
      onChange={onChange}
    />
  );
}
