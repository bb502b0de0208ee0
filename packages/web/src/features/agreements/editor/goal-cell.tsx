import { Input } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { goalText, readGoal, type Goal } from './duration-text.ts';
import styles from './editor.module.css';

interface Props {
  readonly label: string;
  readonly goal: Goal | undefined;
  readonly needed: boolean;
  readonly faulty: boolean;
  readonly onChange: (goal: Goal | null) => void;
}

/** A time as one types it. What cannot be read stays, marked, until it is mended. */
export function GoalCell({ label, goal, needed, faulty, onChange }: Props) {
  const { locale } = useFormat();
  const written = goal === undefined ? '' : goalText(goal, locale);
  const [text, setText] = useState(written);
  const [shown, setShown] = useState(written);
  if (written !== shown) {
    setShown(written);
    setText(written);
  }
  const empty = text.trim() === '';
  const wrong = text !== written && (empty ? needed : readGoal(text) === null);
  const bad = wrong || faulty;
  const take = () => {
    if (wrong || text === written) return;
    const read = readGoal(text);
    // What means the same is only written the usual way.
    if (read !== null && goalText(read, locale) === written) setText(written);
    else onChange(read);
  };
  return (
    <>
      <Input
        value={text}
        size="small"
        className={styles.goal ?? ''}
        aria-label={label}
        aria-invalid={bad}
        placeholder="—"
        autoComplete="off"
        spellCheck={false}
        {...(bad ? { status: 'error' as const } : {})}
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onPressEnter={take}
      />
      {wrong ? <Wrong words={empty ? m.agreements_goal_needed() : m.agreements_goal_wrong()} /> : null}
    </>
  );
}

const Wrong = ({ words }: { readonly words: string }) => (
  <span className={styles.wrong} role="alert">
    {words}
  </span>
);
