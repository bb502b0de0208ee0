import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { ChangeSummary } from '../build/publish/change-summary.tsx';
import { LazyPreview } from '../preview/lazy-preview.ts';
import { SurveyFrame } from '../survey-frame.tsx';
import { versionQuery } from '../surveys.query.ts';
import styles from './versions.module.css';

const route = getRouteApi('/app/surveys/$id/versions/$number');

/** A published version as people answer it. */
export function VersionPage() {
  const { id, number } = route.useParams();
  return <SurveyFrame id={id}>{(survey) => <Version survey={survey} number={Number(number)} />}</SurveyFrame>;
}

function Version({ survey, number }: { readonly survey: Survey; readonly number: number }) {
  const format = useFormat();
  const query = useQuery(versionQuery(survey.id, number));
  return (
    <QueryView query={query}>
      {({ form, publishedAt, responses }) => (
        <div className={styles.grid}>
          <Card title={m.surveys_version_number({ n: format.number(number) })} aside={format.dateTime(publishedAt)}>
            <p className={styles.line}>{m.surveys_version_answers({ n: format.number(responses) })}</p>
            <h3>{m.surveys_changed_since()}</h3>
            <ChangeSummary older={form} newer={survey.form} answers={responses} />
            <p className={styles.line}>
              <Link to="/app/surveys/$id/versions" params={{ id: survey.id }}>
                {m.surveys_to_versions()}
              </Link>
            </p>
          </Card>
          <LazyPreview form={form} language={form.languages.includes(format.locale) ? format.locale : (form.languages[0] ?? 'zh')} />
        </div>
      )}
    </QueryView>
  );
}
