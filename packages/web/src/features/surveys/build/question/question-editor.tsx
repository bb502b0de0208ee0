import type { Question } from '@zhiheng/forms/definition';
import { Switch } from 'antd';
import { useFormat } from '../../../../lib/format/use-format.ts';
import { m } from '../../../../paraglide/messages.js';
import { replaceQuestion } from '../../draft/form-edits.ts';
import { useBuilder } from '../builder-context.ts';
import { faultWords } from '../fault-words.ts';
import styles from '../fields.module.css';
import { ConditionEditor } from '../logic/condition-editor.tsx';
import { questionNumber } from '../part-words.ts';
import { partAt } from '../../draft/part-of-form.ts';
import { typeFaces } from '../type-words.ts';
import { OptionalWordsField, WordsField } from '../words-field.tsx';
import { KeyField } from './key-field.tsx';
import { TypeFields } from './type-fields.tsx';

/** One question with all that its kind can be told. */
export function QuestionEditor({ question }: { readonly question: Question }) {
  const { form, change, readOnly } = useBuilder();
  const { key, type } = question;
  const save = (next: Question, touched?: string) => change(replaceQuestion(form, key, next), touched);
  const number = questionNumber(form, key);
  return (
    <div className={styles.stack}>
      <div className={styles.head}>
        <h2>{[number, typeFaces[type].name()].filter((part) => part !== '').join(' · ')}</h2>
        {type === 'note' ? null : (
          <label className={styles.check}>
            <Switch
              size="small"
              disabled={readOnly}
              checked={question.required}
              onChange={(required) => save({ ...question, required })}
              aria-label={m.surveys_required()}
            />
            {m.surveys_required()}
          </label>
        )}
      </div>
      <FaultsHere part={`question:${key}`} />
      <WordsField
        label={type === 'note' ? m.surveys_note_text() : m.surveys_question_text()}
        name={`${key}.text`}
        rows={2}
        text={question.text}
        onChange={(text, touched) => save({ ...question, text }, touched)}
      />
      {type === 'note' ? null : (
        <OptionalWordsField
          label={m.surveys_question_help()}
          name={`${key}.help`}
          text={question.help}
          onChange={(help, touched) => save({ ...question, help }, touched)}
        />
      )}
      <TypeFields question={question} onChange={save} />
      <div className={styles.part}>
        <h3>{m.surveys_logic()}</h3>
        <ConditionEditor when={question.when} onChange={(when, touched) => save({ ...question, when }, touched)} />
      </div>
      <div className={styles.part}>
        <KeyField question={question} />
      </div>
    </div>
  );
}

/** The faults of the part that is open, where they are put right. */
export function FaultsHere({ part }: { readonly part: string }) {
  const { form, faults } = useBuilder();
  const { locale } = useFormat();
  const here = faults.filter(({ path }) => partAt(form, path) === part);
  if (here.length === 0) return null;
  return (
    <ul className={styles.faults} aria-label={m.surveys_faults_here()}>
      {here.map((fault) => (
        <li key={`${fault.path} ${fault.code} ${JSON.stringify(fault.params)}`}>■ {faultWords(form, fault, locale)}</li>
      ))}
    </ul>
  );
}
