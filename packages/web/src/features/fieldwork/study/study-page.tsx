import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { FieldStudy } from '@zhiheng/contract/fieldwork/studies';
import { QueryView } from '../../../ui/query-view.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { resultsQuery } from '../fieldwork.query.ts';
import { FiguresCard } from './figures-card.tsx';
import { GroupsCard } from './groups-card.tsx';
import { MonthsCard } from './months-card.tsx';
import { PlanCard } from './plan-card.tsx';
import { ResultsFilter } from './results-filter.tsx';
import { ResultsKpis } from './results-kpis.tsx';
import { StudyActions } from './study-actions.tsx';
import { StudyFrame } from './study-frame.tsx';
import { TalkCard } from './talk-card.tsx';
import styles from '../fieldwork.module.css';

const route = getRouteApi('/app/fieldwork/$id');

/** A study at a glance: what it is for, how far it is, and what came out. */
export function StudyPage() {
  const { id } = route.useParams();
  const mayWrite = useMay()('fieldwork.write');
  return (
    <StudyFrame id={id} actions={(study) => (mayWrite ? <StudyActions study={study} /> : null)}>
      {(study) => <Overview study={study} />}
    </StudyFrame>
  );
}

function Overview({ study }: { readonly study: FieldStudy }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(resultsQuery(study.id, search));
  const change = (part: typeof search) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  return (
    <div className={styles.stack}>
      <ResultsFilter search={search} onChange={change} />
      <QueryView query={query} skeleton={<Skeleton rows={10} height={32} />}>
        {(results) => (
          <>
            <ResultsKpis results={results} />
            <div className={styles.pair}>
              <PlanCard study={study} />
              {results.score === null ? <TalkCard study={study} /> : <MonthsCard months={results.months} />}
            </div>
            <FiguresCard results={results} />
            <GroupsCard results={results} />
          </>
        )}
      </QueryView>
    </div>
  );
}
