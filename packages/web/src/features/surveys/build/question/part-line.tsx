import { ArrowDownOutlined, ArrowUpOutlined, BranchesOutlined, DeleteOutlined } from '@ant-design/icons';
import type { Option } from '@zhiheng/forms/definition';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { m } from '../../../../paraglide/messages.js';
import { moved } from '../../draft/form-edits.ts';
import { useBuilder } from '../builder-context.ts';
import { CheckField } from '../check-field.tsx';
import styles from '../fields.module.css';
import { ConditionEditor } from '../logic/condition-editor.tsx';
import { WordsField } from '../words-field.tsx';

interface Props {
  readonly label: string;
  /** names it among all of the form */
  readonly name: string;
  readonly part: Option;
  readonly place: { readonly at: number; readonly all: readonly Option[] };
  readonly removable: boolean;
  readonly writes: boolean;
  readonly onChange: (parts: readonly Option[], touched?: string) => void;
}

/** One option or row: its words, when it is shown, its place. */
export function PartLine({ label, name, part, place, removable, writes, onChange }: Props) {
  const { readOnly } = useBuilder();
  const { at, all } = place;
  const [asking, setAsking] = useState(part.when !== undefined);
  const save = (next: Option, touched?: string) => onChange(all.toSpliced(at, 1, next), touched);
  const tool = (icon: ReactNode, words: string, act: (() => void) | null) => (
    <Button
      type="text"
      size="small"
      icon={icon}
      aria-label={`${words}: ${label}`}
      title={words}
      disabled={act === null}
      onClick={act ?? undefined}
    />
  );
  return (
    <div className={styles.item}>
      <WordsField label={label} name={name} text={part.text} onChange={(text, touched) => save({ ...part, text }, touched)} />
      {readOnly ? null : (
        <span className={styles.tools}>
          {tool(<BranchesOutlined />, m.surveys_logic(), () => setAsking(!asking))}
          {tool(<ArrowUpOutlined />, m.surveys_build_up(), at === 0 ? null : () => onChange(moved(all, at, -1)))}
          {tool(<ArrowDownOutlined />, m.surveys_build_down(), at === all.length - 1 ? null : () => onChange(moved(all, at, 1)))}
          {tool(<DeleteOutlined />, m.surveys_build_remove(), removable ? () => onChange(all.toSpliced(at, 1)) : null)}
        </span>
      )}
      {writes ? (
        <CheckField
          label={m.surveys_write()}
          checked={part.write === true}
          onChange={(write) => save({ ...part, write: write ? true : undefined })}
        />
      ) : null}
      {asking ? (
        <div className={styles.wide}>
          <ConditionEditor when={part.when} onChange={(when, touched) => save({ ...part, when }, touched)} />
        </div>
      ) : null}
    </div>
  );
}
