import type { Form } from '@zhiheng/forms/definition';
import { useFormat } from '../../../../lib/format/use-format.ts';
import { m } from '../../../../paraglide/messages.js';
import { brokenFields, changesBetween, type FormChange } from '../../draft/form-changes.ts';
import { anyWords } from '../../draft/form-texts.ts';
import styles from './publish.module.css';

interface Props {
  readonly older: Form;
  readonly newer: Form;
  /** that the older version has */
  readonly answers: number;
}

/** What is different since the last version, and which series of figures end with it. */
export function ChangeSummary({ older, newer, answers }: Props) {
  const format = useFormat();
  const changes = changesBetween(older, newer);
  const broken = brokenFields(older, newer);
  if (changes.length === 0) return <p>{m.surveys_no_changes()}</p>;
  return (
    <>
      <ul className={styles.changes}>
        {changes.map((change) => (
          <li key={change.kind === 'part' ? change.part : `${change.kind} ${change.question.key}`}>{changeWords(change, format.locale)}</li>
        ))}
      </ul>
      {broken.length > 0 && answers > 0 ? (
        <p className={styles.broken}>
          ▲ {m.surveys_series_end({ n: format.number(broken.length), fields: format.list(broken.slice(0, 6)) })}
        </p>
      ) : null}
    </>
  );
}

const marks = { added: '+', removed: '−', changed: '~', moved: '↕' } as const;
const kindWords = {
  added: m.surveys_change_added,
  removed: m.surveys_change_removed,
  changed: m.surveys_change_changed,
  moved: m.surveys_change_moved,
} as const;
const partWords = {
  texts: m.surveys_change_texts,
  pages: m.surveys_change_pages,
  endings: m.surveys_change_endings,
  measures: m.surveys_change_measures,
  languages: m.surveys_change_languages,
  given: m.surveys_change_given,
} as const;

function changeWords(change: FormChange, locale: string): string {
  if (change.kind === 'part') return `~ ${partWords[change.part]()}`;
  const name = anyWords(change.question.text, locale).slice(0, 80) || change.question.key;
  return `${marks[change.kind]} ${kindWords[change.kind]({ name })}`;
}
