import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { partAt } from '../draft/part-of-form.ts';
import { useBuilder } from './builder-context.ts';
import styles from './fault-list.module.css';
import { faultWords } from './fault-words.ts';
import { partTitle } from './part-title.ts';

/** What keeps the survey from being published; each line leads to where it is put right. */
export function FaultList() {
  const { form, faults, language, open } = useBuilder();
  const format = useFormat();
  const places = faults.map((fault) => ({ fault, part: partAt(form, fault.path) }));
  return (
    <section className={styles.card} aria-label={m.surveys_faults_some({ n: format.number(faults.length) })}>
      <p className={faults.length === 0 ? styles.good : styles.bad} role="status">
        {faults.length === 0 ? `● ${m.surveys_faults_none()}` : `■ ${m.surveys_faults_some({ n: format.number(faults.length) })}`}
      </p>
      <ul>
        {places.map(({ fault, part }) => (
          <li key={`${fault.path} ${fault.code} ${JSON.stringify(fault.params)}`}>
            <button type="button" className={styles.fault} onClick={() => open(part, languageOf(fault.params['language'], form.languages))}>
              <strong>{partTitle(form, part, language)}</strong> {faultWords(form, fault, format.locale)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Words that are missing are written in the language in which they are missing. */
const languageOf = (language: string | number | undefined, languages: readonly string[]): string | undefined =>
  languages.find((each) => each === language);
