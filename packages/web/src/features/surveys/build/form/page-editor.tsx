import type { Page } from '@zhiheng/forms/definition';
import { m } from '../../../../paraglide/messages.js';
import { replacePage } from '../../draft/form-edits.ts';
import { useBuilder } from '../builder-context.ts';
import styles from '../fields.module.css';
import { ConditionEditor } from '../logic/condition-editor.tsx';
import { pageWords } from '../part-words.ts';
import { FaultsHere } from '../question/question-editor.tsx';
import { AddQuestion } from '../tree/add-question.tsx';
import { OptionalWordsField } from '../words-field.tsx';

export function PageEditor({ page }: { readonly page: Page }) {
  const { form, change, language, readOnly } = useBuilder();
  const save = (next: Page, touched?: string) => change(replacePage(form, page.key, next), touched);
  return (
    <div className={styles.stack}>
      <div className={styles.head}>
        <h2>{pageWords(form, page, language)}</h2>
      </div>
      <FaultsHere part={`page:${page.key}`} />
      <OptionalWordsField
        label={m.surveys_page_title()}
        name={`${page.key}.title`}
        text={page.title}
        onChange={(title, touched) => save({ ...page, title }, touched)}
      />
      <div className={styles.part}>
        <h3>{m.surveys_logic()}</h3>
        <ConditionEditor when={page.when} onChange={(when, touched) => save({ ...page, when }, touched)} />
      </div>
      {readOnly ? null : <AddQuestion page={page} />}
    </div>
  );
}
