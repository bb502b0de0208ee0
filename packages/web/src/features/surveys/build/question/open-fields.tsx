import type { QuestionOf } from '@zhiheng/forms/definition';
import { Input, Select } from 'antd';
import { m } from '../../../../paraglide/messages.js';
import { Labelled } from '../../../../ui/labelled.tsx';
import { useBuilder } from '../builder-context.ts';
import { CheckField } from '../check-field.tsx';
import { ChooseField } from '../choose-field.tsx';
import styles from '../fields.module.css';
import { NumberField } from '../number-field.tsx';
import { OptionalWordsField } from '../words-field.tsx';

interface Props<Q> {
  readonly question: Q;
  readonly onChange: (question: Q, touched?: string) => void;
}

export function TextFields({ question, onChange }: Props<QuestionOf<'text'>>) {
  return (
    <div className={styles.row}>
      <ChooseField
        label={m.surveys_text_kind()}
        value={question.kind}
        options={[
          { value: 'words', label: m.surveys_text_words() },
          { value: 'email', label: m.surveys_text_email() },
          { value: 'phone', label: m.surveys_text_phone() },
          { value: 'url', label: m.surveys_text_url() },
        ]}
        onChange={(kind) => onChange({ ...question, kind })}
      />
      <NumberField
        label={m.surveys_text_most()}
        min={1}
        max={10_000}
        value={question.most}
        onChange={(most) => onChange({ ...question, most: most ?? 2000 })}
      />
      <CheckField label={m.surveys_text_long()} checked={question.long} onChange={(long) => onChange({ ...question, long })} />
    </div>
  );
}

export function NumberFields({ question, onChange }: Props<QuestionOf<'number'>>) {
  const limits = { min: -1e12, max: 1e12 };
  return (
    <>
      <div className={styles.row}>
        <NumberField label={m.surveys_number_min()} {...limits} value={question.min} onChange={(min) => onChange({ ...question, min })} />
        <NumberField label={m.surveys_number_max()} {...limits} value={question.max} onChange={(max) => onChange({ ...question, max })} />
        <NumberField
          label={m.surveys_number_decimals()}
          min={0}
          max={6}
          value={question.decimals}
          onChange={(decimals) => onChange({ ...question, decimals: decimals ?? 0 })}
        />
      </div>
      <OptionalWordsField
        label={m.surveys_number_unit()}
        name={`${question.key}.unit`}
        text={question.unit}
        onChange={(unit, touched) => onChange({ ...question, unit }, touched)}
      />
    </>
  );
}

export function DateFields({ question, onChange }: Props<QuestionOf<'date'>>) {
  return (
    <div className={styles.row}>
      <DayField label={m.surveys_date_from()} value={question.from} onChange={(from) => onChange({ ...question, from })} />
      <DayField label={m.surveys_date_until()} value={question.until} onChange={(until) => onChange({ ...question, until })} />
    </div>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function DayField({ label, value, onChange }: DayProps) {
  const { readOnly } = useBuilder();
  return (
    <Labelled label={label}>
      {(id) => (
        <Input
          id={id}
          type="date"
          readOnly={readOnly}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        />
      )}
    </Labelled>
  );
}

type FileKind = QuestionOf<'file'>['kinds'][number];

export function FileFields({ question, onChange }: Props<QuestionOf<'file'>>) {
  const { readOnly } = useBuilder();
  const names: Readonly<Record<FileKind, () => string>> = {
    ...{ image: m.surveys_file_image, pdf: m.surveys_file_pdf, text: m.surveys_file_text_kind, audio: m.surveys_file_audio },
  };
  return (
    <div className={styles.row}>
      <Labelled label={m.surveys_file_kinds_of()}>
        {(id) => (
          <Select<FileKind[]>
            id={id}
            mode="multiple"
            disabled={readOnly}
            style={{ minWidth: 220 }}
            value={question.kinds}
            options={(Object.keys(names) as FileKind[]).map((value) => ({ value, label: names[value]() }))}
            // At least one kind is taken.
            onChange={(kinds) => (kinds.length === 0 ? undefined : onChange({ ...question, kinds }))}
          />
        )}
      </Labelled>
      <NumberField
        label={m.surveys_file_most()}
        min={1}
        max={5}
        value={question.most}
        onChange={(most) => onChange({ ...question, most: most ?? 1 })}
      />
    </div>
  );
}
