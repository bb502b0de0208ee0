import type { Field } from '@zhiheng/forms/fields';
import { Input, InputNumber, Select } from 'antd';
import { m } from '../../../../paraglide/messages.js';
import type { Comparison } from '../../draft/condition-group.ts';
import { questionOf } from '../../draft/form-edits.ts';
import { anyWords } from '../../draft/form-texts.ts';
import { useBuilder } from '../builder-context.ts';
import type { Reference } from '../references.ts';
import styles from './logic.module.css';

interface Props {
  readonly comparison: Comparison;
  readonly reference: Reference | undefined;
  readonly onChange: (comparison: Comparison, touched?: string) => void;
}

/** What is compared with: an option, a place on the scale, a number, words. */
export function ComparisonValue({ comparison, reference, onChange }: Props) {
  const { readOnly } = useBuilder();
  const values = useValues(reference?.field ?? null);
  const label = m.surveys_logic_value();
  if (comparison.op === 'answered') return null;
  if (comparison.op === 'in')
    return (
      <Select
        className={styles.value ?? ''}
        mode="multiple"
        aria-label={label}
        disabled={readOnly}
        value={[...comparison.values]}
        options={values}
        // At least one value is compared with.
        onChange={(next: (string | number)[]) => (next.length === 0 ? undefined : onChange({ ...comparison, values: next }))}
      />
    );
  if (values.length > 0)
    return (
      <Select
        className={styles.value ?? ''}
        aria-label={label}
        disabled={readOnly}
        popupMatchSelectWidth={false}
        value={comparison.value}
        options={values}
        onChange={(value) => onChange(withValue(comparison, value))}
      />
    );
  return <TypedValue comparison={comparison} kind={reference?.kind} onChange={onChange} />;
}

interface TypedProps extends Pick<Props, 'onChange'> {
  readonly comparison: Valued;
  readonly kind: Reference['kind'] | undefined;
}

function TypedValue({ comparison, kind, onChange }: TypedProps) {
  const { readOnly } = useBuilder();
  const shared = { 'aria-label': m.surveys_logic_value(), readOnly };
  const touched = `${comparison.field} value`;
  if (kind === 'number')
    return (
      <InputNumber
        {...shared}
        value={Number(comparison.value)}
        onChange={(value) => onChange(withValue(comparison, value ?? 0), touched)}
      />
    );
  return (
    <Input
      {...shared}
      className={styles.value ?? ''}
      maxLength={200}
      type={kind === 'date' ? 'date' : 'text'}
      value={String(comparison.value)}
      onChange={(event) => onChange(withValue(comparison, event.target.value), touched)}
    />
  );
}

type Valued = Exclude<Comparison, { op: 'answered' | 'in' }>;

function withValue(comparison: Valued, value: string | number): Comparison {
  switch (comparison.op) {
    case 'eq':
    case 'ne':
      return { ...comparison, value };
    case 'includes':
      return { ...comparison, value: String(value) };
    default:
      return { ...comparison, value: Number(value) };
  }
}

/** The values that can be answered, where they can be counted. */
function useValues(field: Field | null): { value: string | number; label: string }[] {
  const { form, language } = useBuilder();
  if (field === null) return [];
  const question = questionOf(form, field.question);
  if (field.kind === 'choice' || field.kind === 'choices') {
    const options = question !== undefined && 'options' in question ? question.options : [];
    return options.map(({ key, text }) => ({ value: key, label: anyWords(text, language) || key }));
  }
  if (field.kind !== 'scale') return [];
  const labels = question !== undefined && 'scale' in question ? question.scale.labels : {};
  const numbers = Array.from({ length: field.max - field.min + 1 }, (_, index) => field.min + index);
  return numbers.map((value) => ({ value, label: `${value} ${anyWords(labels[String(value)] ?? {}, language)}`.trim() }));
}
