import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Scorecard } from '@zhiheng/contract/evaluation/scores';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { SubjectFilterBar, useScopeWords } from '../subjects/index.ts';
import { NoScorecard } from './no-scorecard.tsx';
import { ScorecardActions } from './scorecard-actions.tsx';
import { ScorecardDrawer } from './scorecard-drawer.tsx';
import { ScoresView } from './scores-view.tsx';
import { scorecardsQuery, scoresQuery } from './scorecards.query.ts';
import type { ScorecardsSearch } from './scorecards.search.ts';
import styles from './scorecards.module.css';

const route = getRouteApi('/app/scorecards');

/** From the index down to every indicator, for a period and a slice; and how the slices compare. */
export function ScorecardsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const cards = useQuery(scorecardsQuery);
  const change = (part: Partial<ScorecardsSearch>) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  return (
    <>
      <QueryView query={cards}>
        {(all) =>
          all.length === 0 ? <NoScorecard onNew={() => change({ edit: 'new' })} /> : <Chosen all={all} search={search} onChange={change} />
        }
      </QueryView>
      <ScorecardDrawer
        scorecard={search.edit === 'this' ? chosenOf(cards.data ?? [], search) : undefined}
        open={search.edit !== undefined && cards.data !== undefined}
        onClose={() => change({ edit: undefined })}
        onDone={(code) => change({ edit: undefined, scorecard: code })}
      />
    </>
  );
}

interface ChosenProps {
  readonly all: readonly Scorecard[];
  readonly search: ScorecardsSearch;
  readonly onChange: (change: Partial<ScorecardsSearch>) => void;
}

const chosenOf = (all: readonly Scorecard[], { scorecard }: ScorecardsSearch) => all.find((card) => card.code === scorecard) ?? all[0];

function Chosen({ all, search, onChange }: ChosenProps) {
  const format = useFormat();
  const scope = useScopeWords(search);
  const card = chosenOf(all, search);
  const query = useQuery(scoresQuery({ ...search, scorecard: card?.code }));
  const period = query.data?.period;
  const line = card === undefined || period === undefined ? undefined : [format.text(card.name), format.period(period), scope].join(' · ');
  return (
    <>
      <PageHeader
        title={m.board_scores_title()}
        line={line}
        actions={<ScorecardActions all={all} chosen={card} period={period} onChange={onChange} />}
      />
      <div className={styles.filters}>
        <SubjectFilterBar value={search} onChange={onChange} />
      </div>
      <QueryView query={query}>
        {(scores) => (
          <div className={query.isPlaceholderData ? styles.stale : undefined}>
            <ScoresView scores={scores} search={{ ...search, scorecard: card?.code }} onChange={onChange} />
          </div>
        )}
      </QueryView>
    </>
  );
}
