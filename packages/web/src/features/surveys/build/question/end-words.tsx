import type { QuestionOf } from '@zhiheng/forms/definition';
import { m } from '../../../../paraglide/messages.js';
import { CheckField } from '../check-field.tsx';
import { ChooseField } from '../choose-field.tsx';
import styles from '../fields.module.css';
import { OptionalWordsField } from '../words-field.tsx';

interface Props<Q> {
  readonly question: Q;
  readonly onChange: (question: Q, touched?: string) => void;
}

/** The words at both ends of a fixed scale. */
export function EndWords({ question, onChange }: Props<QuestionOf<'nps' | 'ces'>>) {
  const { key, low, high } = question;
  const ends = question.type === 'nps' ? ['0', '10'] : ['1', '7'];
  return (
    <div className={styles.items}>
      <OptionalWordsField
        label={m.surveys_scale_label({ n: ends[0] ?? '' })}
        name={`${key}.low`}
        text={low}
        onChange={(text, touched) => onChange({ ...question, low: text }, touched)}
      />
      <OptionalWordsField
        label={m.surveys_scale_label({ n: ends[1] ?? '' })}
        name={`${key}.high`}
        text={high}
        onChange={(text, touched) => onChange({ ...question, high: text }, touched)}
      />
    </div>
  );
}

/** What the two numbers of a pair are called, and whether they are asked one after the other. */
export function PairFields({ question, onChange }: Props<QuestionOf<'pair'>>) {
  const { key, ask, apart, first, second } = question;
  return (
    <>
      <div className={styles.row}>
        <ChooseField
          label={m.surveys_pair_ask()}
          value={ask}
          options={[
            { value: 'expectation', label: m.surveys_pair_expectation() },
            { value: 'importance', label: m.surveys_pair_importance() },
          ]}
          onChange={(next) => onChange({ ...question, ask: next })}
        />
        <CheckField label={m.surveys_pair_apart()} checked={apart} onChange={(next) => onChange({ ...question, apart: next })} />
      </div>
      <OptionalWordsField
        label={m.surveys_pair_first()}
        name={`${key}.first`}
        text={first}
        onChange={(text, touched) => onChange({ ...question, first: text }, touched)}
      />
      <OptionalWordsField
        label={m.surveys_pair_second()}
        name={`${key}.second`}
        text={second}
        onChange={(text, touched) => onChange({ ...question, second: text }, touched)}
      />
    </>
  );
}
