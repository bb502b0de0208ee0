import type { MeasureOf } from '@zhiheng/forms/definition';
import { m } from '../../../../paraglide/messages.js';
import { questionOf } from '../../draft/form-edits.ts';
import { anyWords } from '../../draft/form-texts.ts';
import { useBuilder } from '../builder-context.ts';
import styles from '../fields.module.css';
import { NumberField } from '../number-field.tsx';
import { FieldsField } from './field-fields.tsx';

interface Props {
  readonly measure: MeasureOf<'sum'>;
  readonly onChange: (measure: MeasureOf<'sum'>, touched?: string) => void;
}

/** Numbers add as they are; each option of a choice has its points. */
export function SumFields({ measure, onChange }: Props) {
  const { form, language } = useBuilder();
  const { fields, points } = measure;
  const options = fields.flatMap((field) => {
    const question = questionOf(form, field);
    return question !== undefined && 'options' in question
      ? question.options.map((option) => ({ key: `${field}.${option.key}`, text: option.text }))
      : [];
  });
  return (
    <>
      <FieldsField
        label={m.surveys_measure_fields()}
        kinds={['scale', 'choice', 'choices', 'number']}
        value={fields}
        onChange={(next) => onChange({ ...measure, fields: next })}
      />
      {options.length === 0 ? null : (
        <div className={styles.row}>
          {options.map(({ key, text }) => (
            <NumberField
              key={key}
              label={m.surveys_measure_points_for({ name: anyWords(text, language) || key })}
              min={-1000}
              max={1000}
              value={points[key] ?? 0}
              onChange={(value) => onChange({ ...measure, points: { ...points, [key]: value ?? 0 } })}
            />
          ))}
        </div>
      )}
    </>
  );
}
