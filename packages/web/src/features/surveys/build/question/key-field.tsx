import { key as keyShape, type Question } from '@zhiheng/forms/definition';
import { Input } from 'antd';
import { useState } from 'react';
import { m } from '../../../../paraglide/messages.js';
import { Labelled } from '../../../../ui/labelled.tsx';
import { questionKeys } from '../../draft/form-edits.ts';
import { renameQuestion } from '../../draft/rename-question.ts';
import { useBuilder } from '../builder-context.ts';
import styles from '../fields.module.css';

/** The stable name of a question; everything that speaks of it follows. */
export function KeyField({ question }: { readonly question: Question }) {
  const { form, change, open, readOnly } = useBuilder();
  const [text, setText] = useState(question.key);
  const taken = text !== question.key && questionKeys(form).includes(text);
  const wrong = !keyShape.safeParse(text).success;
  const save = () => {
    if (text === question.key || taken || wrong) return;
    change(renameQuestion(form, question.key, text));
    open(`question:${text}`);
  };
  return (
    <Labelled label={m.surveys_key()} help={m.surveys_key_help()}>
      {(id) => (
        <>
          <Input
            id={id}
            style={{ maxWidth: 260 }}
            maxLength={40}
            spellCheck={false}
            autoComplete="off"
            readOnly={readOnly}
            status={taken || wrong ? 'error' : ''}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onBlur={save}
            onPressEnter={save}
          />
          {taken || wrong ? (
            <span role="alert" className={styles.faults}>
              ■ {taken ? m.surveys_key_taken() : m.surveys_key_wrong()}
            </span>
          ) : null}
        </>
      )}
    </Labelled>
  );
}
