import { getRouteApi } from '@tanstack/react-router';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { textPlaces } from '@zhiheng/forms/review';
import { missingWords } from '@zhiheng/forms/review';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { csvBlob } from '../../../lib/csv-text.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { saveFile } from '../../../lib/save-file.ts';
import { m } from '../../../paraglide/messages.js';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useMay } from '../../identity/index.ts';
import { homeOfSurvey } from '../draft/draft-home.ts';
import { useDraft } from '../draft/use-draft.ts';
import { SurveyFrame } from '../survey-frame.tsx';
import { ImportWords } from './import-words.tsx';
import { LanguagesField } from './languages-field.tsx';
import { wordRows } from './word-rows.ts';
import { WordsTable } from './words-table.tsx';
import styles from './words.module.css';

const route = getRouteApi('/app/surveys/$id/words');

/** All words of a survey, its languages side by side. */
export function WordsPage() {
  const { id } = route.useParams();
  return <SurveyFrame id={id}>{(survey) => <Words key={survey.id} survey={survey} />}</SurveyFrame>;
}

function Words({ survey }: { readonly survey: Survey }) {
  const { form, store, save } = useDraft(homeOfSurvey(survey));
  const format = useFormat();
  const writes = useMay()('surveys.write');
  const [onlyMissing, setOnlyMissing] = useState(false);
  const missing = missingWords(form);
  const faulty = new Set(missing.map(({ path }) => path));
  const places = textPlaces(form).filter(({ path }) => !onlyMissing || faulty.has(path));
  return (
    <>
      <div className={styles.bar}>
        <LanguagesField form={form} readOnly={!writes} onChange={(next) => store.change(next)} />
        <Checkbox checked={onlyMissing} onChange={(event) => setOnlyMissing(event.target.checked)}>
          {m.surveys_words_only_missing()}
        </Checkbox>
        <span role="status" className={styles.state}>
          <StatusBadge tone={missing.length === 0 ? 'good' : 'near'}>
            {missing.length === 0 ? m.surveys_words_complete() : m.surveys_words_missing({ n: format.number(missing.length) })}
          </StatusBadge>
          {save.kind === 'saved' ? null : <span className={styles.quiet}>{m.surveys_build_saving()}</span>}
        </span>
        <span className={styles.actions}>
          <Button onClick={() => saveFile(`${survey.code}-words.csv`, csvBlob(wordRows(form)))}>{m.surveys_words_export()}</Button>
          {writes ? <ImportWords form={form} onForm={(next) => store.change(next)} /> : null}
        </span>
      </div>
      <WordsTable form={form} places={places} readOnly={!writes} onChange={store.change} />
    </>
  );
}
