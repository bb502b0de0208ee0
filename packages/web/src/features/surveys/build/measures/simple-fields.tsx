import type { MeasureOf } from '@zhiheng/forms/definition';
import { fieldName, scaleFieldsOf } from '@zhiheng/forms/fields';
import { m } from '../../../../paraglide/messages.js';
import { useBuilder } from '../builder-context.ts';
import { CheckField } from '../check-field.tsx';
import { ChooseField } from '../choose-field.tsx';
import styles from '../fields.module.css';
import { NumberField } from '../number-field.tsx';
import { FieldField, FieldsField, fieldOptions } from './field-fields.tsx';
import { QuestionField } from './question-field.tsx';

interface Props<M> {
  readonly measure: M;
  readonly onChange: (measure: M, touched?: string) => void;
}

export function SatisfiedFields({ measure, onChange }: Props<MeasureOf<'csat'>>) {
  const { form } = useBuilder();
  const scale = scaleFieldsOf(form).find(({ key }) => key === measure.field);
  const choose = (field: string) => {
    const next = scaleFieldsOf(form).find(({ key }) => key === field);
    onChange({ ...measure, field, from: next === undefined ? measure.from : next.max - 1 });
  };
  return (
    <>
      <FieldField label={m.surveys_measure_field()} value={measure.field} onChange={choose} />
      <NumberField
        label={m.surveys_measure_from()}
        min={scale?.min ?? 0}
        max={scale?.max ?? 100}
        value={measure.from}
        onChange={(from) => onChange({ ...measure, from: from ?? measure.from })}
      />
    </>
  );
}

export function MeanFields({ measure, onChange }: Props<MeasureOf<'mean'>>) {
  return (
    <>
      <FieldsField label={m.surveys_measure_fields()} value={measure.fields} onChange={(fields) => onChange({ ...measure, fields })} />
      <NumberField
        label={m.surveys_measure_least()}
        min={1}
        max={measure.fields.length}
        value={measure.least}
        onChange={(least) => onChange({ ...measure, least })}
      />
    </>
  );
}

/** Weights stand in the order of the fields: whoever changes the fields begins with equal ones. */
export function IndexFields({ measure, onChange }: Props<MeasureOf<'csi'>>) {
  const { form, language } = useBuilder();
  const { fields, weights } = measure;
  const choose = (next: string[]) =>
    onChange({
      ...measure,
      fields: next,
      weights: weights === undefined ? undefined : next.map((field) => weights[fields.indexOf(field)] ?? 1),
    });
  const nameOf = (key: string): string => {
    const field = scaleFieldsOf(form).find((each) => each.key === key);
    return field === undefined ? key : fieldName(form, field, language);
  };
  return (
    <>
      <FieldsField label={m.surveys_measure_fields()} value={fields} onChange={choose} />
      <CheckField
        label={m.surveys_measure_weighted()}
        checked={weights !== undefined}
        onChange={(weighted) => onChange({ ...measure, weights: weighted ? fields.map(() => 1) : undefined })}
      />
      {weights === undefined ? null : (
        <div className={styles.row}>
          {fields.map((field, at) => (
            <NumberField
              key={field}
              label={nameOf(field)}
              min={0}
              max={1000}
              step={0.1}
              value={weights[at]}
              onChange={(weight) =>
                onChange({ ...measure, weights: fields.map((_, place) => (place === at ? (weight ?? 0) : (weights[place] ?? 1))) })
              }
            />
          ))}
        </div>
      )}
    </>
  );
}

const asked = '-';

/** Importance is asked beside satisfaction, or derived from what goes with an outcome. */
export function IpaFields({ measure, onChange }: Props<MeasureOf<'ipa'>>) {
  const { form, language } = useBuilder();
  return (
    <div className={styles.row}>
      <QuestionField types={['pair', 'matrix']} value={measure.question} onChange={(question) => onChange({ ...measure, question })} />
      <ChooseField
        label={m.surveys_measure_importance()}
        value={measure.outcome ?? asked}
        options={[{ value: asked, label: m.surveys_measure_importance_asked() }, ...fieldOptions(form, language, ['scale'])]}
        onChange={(outcome) => onChange({ ...measure, outcome: outcome === asked ? undefined : outcome })}
      />
    </div>
  );
}
