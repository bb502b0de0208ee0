import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { QueryView } from '../../../ui/query-view.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import { caseQuery } from '../cases.query.ts';
import { useCaseStream } from '../live/use-case-stream.ts';
import { CaseContent } from './case-content.tsx';

const route = getRouteApi('/app/cases/$id');

/** One case: its promise, its thread, and what may be done with it. */
export function CasePage() {
  const { id } = route.useParams();
  const query = useQuery(caseQuery(id));
  useCaseStream();
  return (
    <QueryView query={query} skeleton={<Skeleton rows={12} height={36} />}>
      {(shown) => <CaseContent key={shown.id} shown={shown} />}
    </QueryView>
  );
}
