import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { QueryView } from '../../../ui/query-view.tsx';
import { useMay } from '../../identity/index.ts';
import { filtersIn } from '../survey-results.query.ts';
import { analysesQuery } from './analyses.query.ts';
import { AnalysisCard } from './analysis-card.tsx';
import { AskCard } from './ask-card.tsx';
import { KeptCard } from './kept-card.tsx';

const route = getRouteApi('/app/surveys/$id/results');

/** Analyses that need single answers: ask for one, see it run, read what came out, and whether it still stands. */
export function InDepth({ id }: { readonly id: string }) {
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(analysesQuery(id));
  const open = (analysis: string | undefined) => void navigate({ search: (before) => ({ ...before, analysis }), replace: true });
  return (
    <>
      {may('surveys.write') ? <AskCard id={id} filters={filtersIn(search)} onAsked={open} /> : null}
      <QueryView query={query}>
        {({ items }) => {
          const shown = search.analysis ?? items[0]?.id;
          return (
            <>
              {shown === undefined ? null : <AnalysisCard key={shown} analysisId={shown} onOpen={open} />}
              <KeptCard id={id} rows={items} open={shown} />
            </>
          );
        }}
      </QueryView>
    </>
  );
}
