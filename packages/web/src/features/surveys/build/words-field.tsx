import type { FormText } from '@zhiheng/forms/definition';
import { Input } from 'antd';
import { useId, useRef } from 'react';
import { m } from '../../../paraglide/messages.js';
import { optionalWords, withWords } from '../draft/form-texts.ts';
import { languageTag } from '../language-name.ts';
import { useBuilder } from './builder-context.ts';
import { PipeMenu } from './pipe-menu.tsx';
import styles from './fields.module.css';

interface Base {
  readonly label: string;
  /** names the text among all of the form, such as `q1.help` */
  readonly name: string;
  readonly help?: string;
  readonly rows?: number;
  /** answers may be put in: not into names of measures and the like */
  readonly pipes?: boolean;
}

interface NeededProps extends Base {
  readonly text: FormText;
  readonly onChange: (text: FormText, touched: string) => void;
}

/** Words that must be there, in the language that is edited. */
export function WordsField({ text, onChange, ...base }: NeededProps) {
  const { language } = useBuilder();
  return <Words {...base} text={text} onWords={(words, touched) => onChange(withWords(text, language, words), touched)} />;
}

interface OptionalProps extends Base {
  readonly text: FormText | undefined;
  readonly onChange: (text: FormText | undefined, touched: string) => void;
}

/** Words that may be left out. */
export function OptionalWordsField({ text, onChange, ...base }: OptionalProps) {
  const { language } = useBuilder();
  return <Words {...base} text={text ?? {}} onWords={(words, touched) => onChange(optionalWords(text, language, words), touched)} />;
}

interface WordsProps extends Base {
  readonly text: FormText;
  readonly onWords: (words: string, touched: string) => void;
}

function Words({ label, name, help, rows = 1, pipes = true, text, onWords }: WordsProps) {
  const { language, readOnly } = useBuilder();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const words = text[language] ?? '';
  const touched = `${name} ${language}`;
  // What stands in another language helps to write this one.
  const other = Object.entries(text).find(([tag, each]) => tag !== language && each.trim() !== '')?.[1];
  const insert = (placeholder: string) => {
    const field = frame.current?.querySelector('textarea');
    const at = field?.selectionStart ?? words.length;
    onWords(words.slice(0, at) + placeholder + words.slice(field?.selectionEnd ?? at), `${touched} pipe`);
    field?.focus();
  };
  return (
    <div ref={frame} className={styles.field}>
      <div className={styles.labels}>
        <label htmlFor={id}>{label}</label>
        {pipes && !readOnly ? <PipeMenu of={label} onInsert={insert} /> : null}
      </div>
      <Input.TextArea
        id={id}
        lang={languageTag(language)}
        autoSize={{ minRows: rows, maxRows: 10 }}
        maxLength={4000}
        readOnly={readOnly}
        value={words}
        {...(other === undefined ? {} : { placeholder: m.surveys_words_elsewhere({ words: other }) })}
        onChange={(event) => onWords(event.target.value, touched)}
      />
      {help === undefined ? null : <span className={styles.help}>{help}</span>}
    </div>
  );
}
