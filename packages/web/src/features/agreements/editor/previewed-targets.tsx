import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { targetWords } from '../agreement-words.ts';
import type { Preview } from '../agreements.query.ts';
import { durationText } from './duration-text.ts';
import styles from './editor.module.css';

type One = Preview['targets'][number];

export function PreviewedTargets({ targets, faulty }: { readonly targets: readonly One[]; readonly faulty: boolean }) {
  const format = useFormat();
  if (faulty) return <p className={styles.hint}>{m.agreements_preview_faulty()}</p>;
  if (targets.length === 0) return <p className={styles.hint}>{m.agreements_preview_none()}</p>;
  return (
    <ul className={styles.dues}>
      {targets.map((target) => (
        <li key={target.target}>
          <span className={styles.dueName}>
            {targetWords[target.target]()} · {durationText(target.goalSeconds, format.locale)}
          </span>
          <strong className={target.due.kind === 'due' ? styles.due : styles.noDue}>{dueText(target.due, format)}</strong>
          {target.steps.length === 0 ? null : (
            <details className={styles.why}>
              <summary>{m.agreements_preview_why()}</summary>
              <ol>
                {target.steps.map((step, index) => (
                  <li key={index}>{format.text(step)}</li>
                ))}
              </ol>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function dueText(due: One['due'], format: Format): string {
  switch (due.kind) {
    case 'due':
      return format.dateTime(due.at);
    case 'held':
      return m.agreements_due_held();
    case 'never':
      return m.agreements_due_never();
    case 'outside':
      return m.agreements_due_outside();
    default:
      return due satisfies never;
  }
}
