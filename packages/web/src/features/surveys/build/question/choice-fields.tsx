import type { QuestionOf } from '@zhiheng/forms/definition';
import { m } from '../../../../paraglide/messages.js';
import { anyWords } from '../../draft/form-texts.ts';
import { useBuilder } from '../builder-context.ts';
import { ChooseField } from '../choose-field.tsx';
import styles from '../fields.module.css';
import { NumberField } from '../number-field.tsx';
import { PartsEditor } from './parts-editor.tsx';
import { ShuffleSwitch } from './shuffle-switch.tsx';

type Choice = QuestionOf<'single' | 'multiple' | 'ranking'>;
interface Props<Q extends Choice = Choice> {
  readonly question: Q;
  readonly onChange: (question: Q, touched?: string) => void;
}

export function ChoiceFields({ question, onChange }: Props) {
  const ranking = question.type === 'ranking';
  return (
    <>
      <PartsEditor
        kind="a"
        of={question.key}
        parts={question.options}
        least={ranking ? 2 : 1}
        most={ranking ? 20 : 200}
        writes={!ranking}
        onChange={(options, touched) => onChange({ ...question, options: [...options] }, touched)}
      />
      <div className={styles.row}>
        {question.type === 'single' ? <LookField question={question} onChange={onChange} /> : null}
        {question.type === 'multiple' ? <MultipleFields question={question} onChange={onChange} /> : null}
        <ShuffleSwitch checked={question.shuffle} onChange={(shuffle) => onChange({ ...question, shuffle })} />
      </div>
    </>
  );
}

const LookField = ({ question, onChange }: Props<QuestionOf<'single'>>) => (
  <ChooseField
    label={m.surveys_look()}
    value={question.look}
    options={[
      { value: 'list', label: m.surveys_look_list() },
      { value: 'dropdown', label: m.surveys_look_dropdown() },
    ]}
    onChange={(look) => onChange({ ...question, look })}
  />
);

const nobody = '-';

function MultipleFields({ question, onChange }: Props<QuestionOf<'multiple'>>) {
  const { language } = useBuilder();
  const { options, least, most, alone } = question;
  return (
    <>
      <NumberField
        label={m.surveys_least()}
        min={0}
        max={options.length}
        value={least}
        onChange={(next) => onChange({ ...question, least: next })}
      />
      <NumberField
        label={m.surveys_most()}
        min={1}
        max={options.length}
        value={most}
        onChange={(next) => onChange({ ...question, most: next })}
      />
      <ChooseField
        label={m.surveys_alone()}
        value={alone ?? nobody}
        options={[
          { value: nobody, label: m.surveys_alone_none() },
          ...options.map(({ key, text }) => ({ value: key, label: anyWords(text, language) || key })),
        ]}
        onChange={(key) => onChange({ ...question, alone: key === nobody ? undefined : key })}
      />
    </>
  );
}
