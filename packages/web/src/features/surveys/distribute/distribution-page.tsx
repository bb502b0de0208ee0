import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Distribution } from '@zhiheng/contract/surveys/distributions';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { Button } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { SurveyFrame } from '../survey-frame.tsx';
import { DistributionDrawer } from './distribution-drawer.tsx';
import { distributionsQuery } from './distributions.query.ts';
import { DistributionsTable } from './distributions-table.tsx';
import { NewDistributionDialog } from './new-distribution-dialog.tsx';
import { QuotasCard } from './quotas-card.tsx';
import styles from './distribute.module.css';

const route = getRouteApi('/app/surveys/$id/distribution');

/** How people come to the survey, and how many of those who were asked answered. */
export function DistributionPage() {
  const { id } = route.useParams();
  const navigate = route.useNavigate();
  const may = useMay();
  const add = (survey: Survey) =>
    may('surveys.distribute') && survey.published !== null ? (
      <Button type="primary" onClick={() => void navigate({ search: { edit: 'new' } })}>
        {m.surveys_way_add()}
      </Button>
    ) : null;
  return (
    <SurveyFrame id={id} actions={add}>
      {(survey) => (survey.published === null ? <NotPublished id={id} /> : <Ways survey={survey} />)}
    </SurveyFrame>
  );
}

const NotPublished = ({ id }: { readonly id: string }) => (
  <EmptyState
    title={m.surveys_publish_before()}
    words={m.surveys_publish_before_text()}
    action={
      <Link to="/app/surveys/$id/build" params={{ id }}>
        {m.surveys_to_builder()}
      </Link>
    }
  />
);

function Ways({ survey }: { readonly survey: Survey }) {
  const { way, edit } = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const query = useQuery(distributionsQuery(survey.id));
  const open = (id: string | undefined) => void navigate({ search: id === undefined ? {} : { way: id }, replace: true });
  const opened = query.data?.find(({ id }) => id === way);
  return (
    <>
      <QueryView
        query={query}
        isEmpty={(ways) => ways.length === 0}
        empty={{ title: m.surveys_ways_none(), words: m.surveys_ways_none_text() }}
      >
        {(ways: Distribution[]) => <DistributionsTable surveyId={survey.id} ways={ways} />}
      </QueryView>
      <div className={styles.below}>
        <QuotasCard survey={survey} />
      </div>
      <DistributionDrawer survey={survey} way={opened} onClose={() => open(undefined)} />
      {edit === 'new' && may('surveys.distribute') ? (
        <NewDistributionDialog survey={survey} onClose={() => open(undefined)} onMade={(made) => open(made.id)} />
      ) : null}
    </>
  );
}
