import { DeleteOutlined } from '@ant-design/icons';
import { key as keyShape, type Form } from '@zhiheng/forms/definition';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { m } from '../../../../paraglide/messages.js';
import { nextKey } from '../../draft/next-key.ts';
import { useBuilder } from '../builder-context.ts';
import styles from '../fields.module.css';
import { WordsField } from '../words-field.tsx';

type Given = Form['given'][number];

/** What the link brings along, such as the name of a counter: texts and conditions may use it. */
export function GivenEditor() {
  const { form, change, readOnly } = useBuilder();
  const { given } = form;
  const set = (next: Given[], touched?: string) => change({ ...form, given: next }, touched);
  const add = () => {
    const key = nextKey(
      'info',
      given.map((each) => each.key),
    );
    set([...given, { key, name: {} }]);
  };
  return (
    <div className={styles.part} role="group" aria-label={m.surveys_given()}>
      <h3>{m.surveys_given()}</h3>
      <p className={styles.quiet}>{m.surveys_given_help()}</p>
      {given.map((each, at) => (
        <div key={at} className={styles.item}>
          <WordsField
            label={m.surveys_given_name({ n: String(at + 1) })}
            name={`given.${at}`}
            pipes={false}
            text={each.name}
            onChange={(name, touched) => set(given.with(at, { ...each, name }), touched)}
          />
          {readOnly ? null : (
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={`${m.surveys_build_remove()}: ${each.key}`}
              onClick={() => set(given.toSpliced(at, 1))}
            />
          )}
          <GivenKey given={each} onKey={(key) => set(given.with(at, { ...each, key }))} />
        </div>
      ))}
      {readOnly ? null : (
        <span>
          <Button size="small" type="dashed" disabled={given.length >= 20} onClick={add}>
            + {m.surveys_given_add()}
          </Button>
        </span>
      )}
    </div>
  );
}

function GivenKey({ given, onKey }: { readonly given: Given; readonly onKey: (key: string) => void }) {
  const { readOnly } = useBuilder();
  const [text, setText] = useState(given.key);
  const wrong = !keyShape.safeParse(text).success;
  return (
    <Input
      aria-label={`${m.surveys_given_key()}: ${given.key}`}
      style={{ maxWidth: 300 }}
      maxLength={40}
      readOnly={readOnly}
      status={wrong ? 'error' : ''}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => (wrong ? setText(given.key) : onKey(text))}
    />
  );
}
