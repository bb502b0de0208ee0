import { getRouteApi, Link } from '@tanstack/react-router';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { m } from '../../../paraglide/messages.js';
import buttons from '../../../ui/link-button.module.css';
import { EmptyState, ForbiddenState } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { SurveyFrame } from '../survey-frame.tsx';
import type { ResponsesSearch } from '../surveys.search.ts';
import { ResponseDrawer } from './response-drawer.tsx';
import { filterOf } from './responses.query.ts';
import { ResponsesList } from './responses-list.tsx';

const route = getRouteApi('/app/surveys/$id/responses');

/** Answers one by one: what was said, what looks odd about it, and what somebody decided. */
export function ResponsesPage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const may = useMay();
  if (!may('surveys.responses')) return <ForbiddenState />;
  return (
    <SurveyFrame id={id} actions={(survey) => (survey.published === null ? null : <Actions survey={survey} search={search} />)}>
      {(survey) => <Content survey={survey} />}
    </SurveyFrame>
  );
}

function Content({ survey }: { readonly survey: Survey }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  if (survey.anonymous) return <EmptyState title={m.surveys_responses_anonymous()} words={m.surveys_responses_anonymous_text()} />;
  const narrow = (part: ResponsesSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  return (
    <>
      <ResponsesList survey={survey} search={search} onChange={narrow} />
      <ResponseDrawer survey={survey} id={search.open} onClose={() => narrow({ open: undefined })} />
    </>
  );
}

function Actions({ survey, search }: { readonly survey: Survey; readonly search: ResponsesSearch }) {
  const may = useMay();
  const chosen = Object.entries(filterOf(search)).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const file = (labels: boolean) =>
    `/api/v1/surveys/${survey.id}/responses.csv?${new URLSearchParams([...chosen, ['labels', String(labels)]]).toString()}`;
  return (
    <>
      <a href={file(false)} download className={buttons.plain}>
        {m.surveys_export_codes()}
      </a>
      <a href={file(true)} download className={buttons.plain}>
        {m.surveys_export_labels()}
      </a>
      {may('surveys.write') ? (
        <Link to="/app/surveys/$id/import" params={{ id: survey.id }} className={buttons.plain}>
          {m.surveys_import()}
        </Link>
      ) : null}
    </>
  );
}
