import { useQuery } from '@tanstack/react-query';
import type { SurveyResponse } from '@zhiheng/contract/surveys/responses';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { Drawer } from 'antd';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FactTable } from '../../../ui/fact-table.tsx';
import { FormSection } from '../../../ui/form-section.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useMay } from '../../identity/index.ts';
import { versionQuery } from '../surveys.query.ts';
import { answerLines, type AnswerLine } from './answer-lines.ts';
import { flagWords } from './flag-words.ts';
import { JudgeBar } from './judge-bar.tsx';
import { responseQuery } from './responses.query.ts';
import { VerdictBadge, viaWords } from './responses-table.tsx';
import styles from './responses.module.css';

interface Props {
  readonly survey: Survey;
  readonly id: string | undefined;
  readonly onClose: () => void;
}

/** One answer as it was asked: every question that was shown, with what was said. */
export function ResponseDrawer({ survey, id, onClose }: Props) {
  return (
    <Drawer open={id !== undefined} onClose={onClose} destroyOnHidden size={560} title={m.surveys_response()}>
      {id === undefined ? null : <Content key={id} survey={survey} id={id} />}
    </Drawer>
  );
}

function Content({ survey, id }: { readonly survey: Survey; readonly id: string }) {
  const query = useQuery(responseQuery(id));
  return <QueryView query={query}>{(response) => <Response survey={survey} response={response} />}</QueryView>;
}

function Response({ survey, response }: { readonly survey: Survey; readonly response: SurveyResponse }) {
  const format = useFormat();
  const may = useMay();
  const version = useQuery(versionQuery(survey.id, response.versionNumber));
  return (
    <div className={styles.response}>
      <FactTable label={m.surveys_response()} rows={factsOf(response, format)} />
      <FormSection title={m.surveys_answers_given()}>
        <QueryView query={version}>
          {({ form }) => (
            <dl className={styles.answers}>
              {answerLines(form, response, format.locale).map((line) => (
                <div key={line.key}>
                  <dt>{line.question}</dt>
                  <Answered line={line} />
                </div>
              ))}
            </dl>
          )}
        </QueryView>
      </FormSection>
      {may('surveys.write') ? (
        <FormSection title={m.surveys_judge()}>
          <JudgeBar surveyId={survey.id} ids={[response.id]} onJudged={() => undefined} />
        </FormSection>
      ) : null}
    </div>
  );
}

function Answered({ line: { answer, files } }: { readonly line: AnswerLine }) {
  if (answer === null) return <dd className={styles.quiet}>{m.surveys_not_answered()}</dd>;
  if (files.length === 0) return <dd>{answer}</dd>;
  return files.map(({ id, name, size }) => (
    <dd key={id}>
      <a href={`/api/v1/survey-files/${id}`} download={name}>
        {name}
      </a>{' '}
      <span className={styles.quiet}>{m.surveys_file_size({ n: Math.ceil(size / 1024) })}</span>
    </dd>
  ));
}

const factsOf = (response: SurveyResponse, format: Format) =>
  [
    [m.surveys_answered_at(), format.dateTime(response.at)],
    [m.surveys_way(), viaWords(response.via)],
    [m.surveys_person(), response.customerName ?? '—'],
    [m.surveys_version(), format.number(response.versionNumber)],
    [m.surveys_seconds(), response.seconds === null ? '—' : format.duration(response.seconds)],
    [m.surveys_flags(), response.flags.length === 0 ? '—' : format.list(response.flags.map((flag) => flagWords[flag]()))],
    [m.surveys_verdict(), <VerdictBadge key="verdict" row={response} />],
  ] as const;
