import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import type { Ending } from '@zhiheng/forms/definition';
import { Button } from 'antd';
import { m } from '../../../../paraglide/messages.js';
import { moved } from '../../draft/form-edits.ts';
import { bothWords } from '../../draft/form-texts.ts';
import { nextKey } from '../../draft/next-key.ts';
import { useBuilder } from '../builder-context.ts';
import { CheckField } from '../check-field.tsx';
import styles from '../fields.module.css';
import { ConditionEditor } from '../logic/condition-editor.tsx';
import { FaultsHere } from '../question/question-editor.tsx';
import { WordsField } from '../words-field.tsx';

/** How a survey ends, and for whom it ends early. */
export function EndingsEditor() {
  const { form, change, readOnly } = useBuilder();
  const { endings } = form;
  const set = (next: Ending[], touched?: string) => change({ ...form, endings: next }, touched);
  const add = () => {
    const key = nextKey(
      'end',
      endings.map((ending) => ending.key),
    );
    // The one without a condition stays the last.
    set([{ key, text: bothWords(form, '感谢您的参与。', 'Thank you for taking part.'), screens: false }, ...endings]);
  };
  return (
    <div className={styles.stack}>
      <div className={styles.head}>
        <h2>{m.surveys_build_endings()}</h2>
      </div>
      <p className={styles.quiet}>{m.surveys_endings_help()}</p>
      <FaultsHere part="endings" />
      {readOnly ? null : (
        <span>
          <Button size="small" type="dashed" disabled={endings.length >= 20} onClick={add}>
            + {m.surveys_ending_add()}
          </Button>
        </span>
      )}
      {endings.map((ending, at) => (
        <EndingFields key={ending.key} at={at} endings={endings} onChange={set} />
      ))}
    </div>
  );
}

interface Props {
  readonly at: number;
  readonly endings: readonly Ending[];
  readonly onChange: (endings: Ending[], touched?: string) => void;
}

function EndingFields({ at, endings, onChange }: Props) {
  const { readOnly } = useBuilder();
  const ending = endings[at];
  if (ending === undefined) return null;
  const label = m.surveys_ending({ n: String(at + 1) });
  const save = (next: Ending, touched?: string) => onChange(endings.with(at, next), touched);
  return (
    <div className={styles.part} role="group" aria-label={label}>
      <div className={styles.item}>
        <WordsField
          label={label}
          name={`${ending.key}.text`}
          rows={2}
          text={ending.text}
          onChange={(text, touched) => save({ ...ending, text }, touched)}
        />
        {readOnly ? null : (
          <span className={styles.tools}>
            <Button
              type="text"
              size="small"
              icon={<ArrowUpOutlined />}
              disabled={at === 0}
              aria-label={`${m.surveys_build_up()}: ${label}`}
              onClick={() => onChange(moved(endings, at, -1))}
            />
            <Button
              type="text"
              size="small"
              icon={<ArrowDownOutlined />}
              disabled={at === endings.length - 1}
              aria-label={`${m.surveys_build_down()}: ${label}`}
              onClick={() => onChange(moved(endings, at, 1))}
            />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={`${m.surveys_build_remove()}: ${label}`}
              onClick={() => onChange(endings.toSpliced(at, 1))}
            />
          </span>
        )}
        <CheckField label={m.surveys_ending_screens()} checked={ending.screens} onChange={(screens) => save({ ...ending, screens })} />
        <div className={styles.wide}>
          <ConditionEditor when={ending.when} onChange={(when, touched) => save({ ...ending, when }, touched)} />
        </div>
      </div>
    </div>
  );
}
