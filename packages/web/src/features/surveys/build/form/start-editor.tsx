import { m } from '../../../../paraglide/messages.js';
import { useBuilder } from '../builder-context.ts';
import { CheckField } from '../check-field.tsx';
import styles from '../fields.module.css';
import { FaultsHere } from '../question/question-editor.tsx';
import { OptionalWordsField, WordsField } from '../words-field.tsx';
import { GivenEditor } from './given-editor.tsx';

/** What people read before the first question. */
export function StartEditor() {
  const { form, change } = useBuilder();
  return (
    <div className={styles.stack}>
      <div className={styles.head}>
        <h2>{m.surveys_build_start()}</h2>
      </div>
      <FaultsHere part="start" />
      <WordsField
        label={m.surveys_form_title()}
        name="title"
        text={form.title}
        onChange={(title, touched) => change({ ...form, title }, touched)}
      />
      <OptionalWordsField
        label={m.surveys_form_intro()}
        name="intro"
        rows={3}
        text={form.intro}
        onChange={(intro, touched) => change({ ...form, intro }, touched)}
      />
      <OptionalWordsField
        label={m.surveys_form_privacy()}
        name="privacy"
        rows={3}
        help={m.surveys_form_privacy_help()}
        text={form.privacy}
        onChange={(privacy, touched) => change({ ...form, privacy }, touched)}
      />
      <CheckField label={m.surveys_form_consent()} checked={form.consent} onChange={(consent) => change({ ...form, consent })} />
      <GivenEditor />
      {form.citation === undefined ? null : (
        <p className={styles.quiet}>
          {m.surveys_instrument_source()}: {form.citation}
        </p>
      )}
    </div>
  );
}
