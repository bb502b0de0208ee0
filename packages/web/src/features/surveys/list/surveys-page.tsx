import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import buttons from '../../../ui/link-button.module.css';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { surveysQuery } from '../surveys.query.ts';
import type { SurveysSearch } from '../surveys.search.ts';
import { SurveysFilter } from './surveys-filter.tsx';
import { SurveysTable } from './surveys-table.tsx';

const route = getRouteApi('/app/surveys');

/** Every survey: what is being written, what is out, what came back. */
export function SurveysPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const format = useFormat();
  const may = useMay();
  const query = useInfiniteQuery(surveysQuery(search, format.locale));
  const narrow = (part: SurveysSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const narrowed = search.q !== undefined || search.state !== undefined;
  return (
    <>
      <PageHeader title={m.surveys_title()} line={m.surveys_line()} actions={may('surveys.write') ? <NewSurvey /> : undefined} />
      <SurveysFilter search={search} onChange={narrow} />
      <QueryView query={query} skeleton={<Skeleton rows={6} height={40} />}>
        {({ pages }) => {
          const surveys = pages.flatMap(({ items }) => items);
          if (surveys.length > 0)
            return (
              <>
                <SurveysTable surveys={surveys} />
                <p className="visually-hidden" role="status">
                  {m.surveys_found({ n: format.number(surveys.length) })}
                </p>
                <MoreButton query={query} />
              </>
            );
          return narrowed ? <NoMatch onClear={() => narrow({ q: undefined, state: undefined })} /> : <NoSurvey />;
        }}
      </QueryView>
    </>
  );
}

const NewSurvey = () => (
  <Link to="/app/surveys/new" className={buttons.primary}>
    {m.surveys_new()}
  </Link>
);

function NoSurvey() {
  const may = useMay();
  return (
    <EmptyState title={m.surveys_none_title()} words={m.surveys_none_text()} action={may('surveys.write') ? <WaysToBegin /> : undefined} />
  );
}

const WaysToBegin = () => (
  <>
    <Link to="/app/surveys/new" className={buttons.primary}>
      {m.surveys_from_instruments()}
    </Link>{' '}
    <Link to="/app/surveys/new" search={{ look: 'blank' }} className={buttons.plain}>
      {m.surveys_from_nothing()}
    </Link>
  </>
);

const NoMatch = ({ onClear }: { readonly onClear: () => void }) => (
  <EmptyState
    title={m.surveys_none_match()}
    words={m.surveys_none_match_text()}
    action={<Button onClick={onClear}>{m.surveys_clear()}</Button>}
  />
);
