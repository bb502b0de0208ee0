import type { MeasureOf } from '@zhiheng/forms/definition';
import { fieldsOf } from '@zhiheng/forms/fields';
import { Select } from 'antd';
import { m } from '../../../../paraglide/messages.js';
import { Labelled } from '../../../../ui/labelled.tsx';
import { questionOf } from '../../draft/form-edits.ts';
import { anyWords } from '../../draft/form-texts.ts';
import { useBuilder } from '../builder-context.ts';
import { FieldField } from './field-fields.tsx';

interface Props {
  readonly measure: MeasureOf<'grades'>;
  readonly onChange: (measure: MeasureOf<'grades'>, touched?: string) => void;
}

type Grade = string | number;
const mostGrades = 10;

/** Which answers are grades, from the best to the worst. */
export function GradesFields({ measure, onChange }: Props) {
  const { readOnly } = useBuilder();
  const answers = useAnswersOf();
  const options = answers(measure.field);
  return (
    <>
      <FieldField
        label={m.surveys_measure_field()}
        kinds={['scale', 'choice']}
        value={measure.field}
        onChange={(field) =>
          onChange({
            ...measure,
            field,
            order: answers(field)
              .map(({ value }) => value)
              .slice(0, mostGrades),
          })
        }
      />
      <Labelled label={m.surveys_measure_order()} help={m.surveys_measure_order_help()}>
        {(id) => (
          <Select<Grade[]>
            id={id}
            mode="multiple"
            disabled={readOnly}
            maxCount={mostGrades}
            value={measure.order}
            options={options}
            // Two grades are the least that tell good from bad.
            onChange={(order) => (order.length < 2 ? undefined : onChange({ ...measure, order }))}
          />
        )}
      </Labelled>
    </>
  );
}

function useAnswersOf(): (key: string) => { value: Grade; label: string }[] {
  const { form, language } = useBuilder();
  return (key) => {
    const field = fieldsOf(form).find((each) => each.key === key);
    if (field?.kind === 'scale')
      return Array.from({ length: field.max - field.min + 1 }, (_, index) => field.max - index).map((value) => ({
        value,
        label: String(value),
      }));
    const question = questionOf(form, key);
    const options = question !== undefined && 'options' in question ? question.options : [];
    return options.map((option) => ({ value: option.key, label: anyWords(option.text, language) || option.key }));
  };
}
