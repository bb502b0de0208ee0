import type { Option } from '@zhiheng/forms/definition';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { m } from '../../../../paraglide/messages.js';
import { withWords } from '../../draft/form-texts.ts';
import { nextKey } from '../../draft/next-key.ts';
import { useBuilder } from '../builder-context.ts';
import styles from '../fields.module.css';
import { PartLine } from './part-line.tsx';

interface Props {
  /** `a` for options, `r` for rows: what their keys begin with */
  readonly kind: 'a' | 'r';
  /** the key of the question */
  readonly of: string;
  readonly parts: readonly Option[];
  readonly least: number;
  readonly most: number;
  /** whoever chooses an option may write more */
  readonly writes?: boolean;
  readonly onChange: (parts: readonly Option[], touched?: string) => void;
}

/** The options or rows of a question, one below the other. */
export function PartsEditor({ kind, of, parts, least, most, writes = false, onChange }: Props) {
  const { language, readOnly } = useBuilder();
  const [pasting, setPasting] = useState(false);
  const add = (words: readonly string[]) => {
    const next = words.slice(0, most - parts.length).reduce<readonly Option[]>((all, each) => {
      const key = nextKey(
        kind,
        all.map((part) => part.key),
      );
      return [...all, { key, text: withWords({}, language, each) }];
    }, parts);
    onChange(next);
  };
  const title = kind === 'a' ? m.surveys_options() : m.surveys_rows();
  return (
    <div className={styles.part} role="group" aria-label={title}>
      <h3>{title}</h3>
      <div className={styles.items}>
        {parts.map((part, at) => (
          <PartLine
            key={part.key}
            label={kind === 'a' ? m.surveys_option({ n: String(at + 1) }) : m.surveys_row({ n: String(at + 1) })}
            name={`${of}.${part.key}`}
            part={part}
            place={{ at, all: parts }}
            removable={parts.length > least}
            writes={writes}
            onChange={onChange}
          />
        ))}
      </div>
      {readOnly ? null : (
        <div className={styles.row}>
          <Button size="small" type="dashed" disabled={parts.length >= most} onClick={() => add([''])}>
            + {kind === 'a' ? m.surveys_option_add() : m.surveys_row_add()}
          </Button>
          <Button size="small" type="text" aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
            {m.surveys_paste()}
          </Button>
        </div>
      )}
      {pasting ? (
        <Paste
          onAdd={(lines) => {
            add(lines);
            setPasting(false);
          }}
        />
      ) : null}
    </div>
  );
}

/** A list from elsewhere, one thing a line. */
function Paste({ onAdd }: { readonly onAdd: (lines: readonly string[]) => void }) {
  const [text, setText] = useState('');
  const lines = text
    .split('\n')
    .map((line) => line.trim().slice(0, 4000))
    .filter((line) => line !== '');
  return (
    <div className={styles.field}>
      <Input.TextArea
        aria-label={m.surveys_paste_lines()}
        placeholder={m.surveys_paste_lines()}
        rows={5}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <span>
        <Button size="small" disabled={lines.length === 0} onClick={() => onAdd(lines)}>
          {m.surveys_paste_add({ n: String(lines.length) })}
        </Button>
      </span>
    </div>
  );
}
