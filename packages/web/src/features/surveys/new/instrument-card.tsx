import type { InstrumentRow } from '@zhiheng/contract/surveys/surveys';
import { Button } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { languageName } from '../language-name.ts';
import styles from './new-survey.module.css';

interface Props {
  readonly instrument: InstrumentRow;
  readonly name: string;
  readonly onPreview: () => void;
  readonly onUse: () => void;
}

export function InstrumentCard({ instrument, name, onPreview, onUse }: Props) {
  const format = useFormat();
  const { about, citation, questions, minutes, languages } = instrument;
  return (
    <article className={styles.card} aria-label={name}>
      <h3>{name}</h3>
      <p className={styles.about}>{format.text(about)}</p>
      <p className={styles.quiet}>
        {m.surveys_instrument_facts({
          questions: format.number(questions),
          minutes: format.number(minutes),
          languages: format.list(languages.map((language) => languageName(language, format.locale))),
        })}
      </p>
      <p className={styles.citation} title={citation}>
        {citation}
      </p>
      <div className={styles.actions}>
        <Button aria-label={`${m.surveys_instrument_preview()}: ${name}`} onClick={onPreview}>
          {m.surveys_instrument_preview()}
        </Button>
        <Button aria-label={`${m.surveys_instrument_use()}: ${name}`} onClick={onUse}>
          {m.surveys_instrument_use()}
        </Button>
      </div>
    </article>
  );
}
