import type { SliceBy } from '@zhiheng/contract/evaluation/scores';
import { sliceBy } from '@zhiheng/contract/evaluation/scores';
import { Segmented, Select } from 'antd';
import { m } from '../../paraglide/messages.js';
import { subjectParts } from '../subjects/index.ts';
import { CompareTable } from './compare-table.tsx';
import { IndexSummary } from './index-summary.tsx';
import type { Scores } from './scorecards.query.ts';
import type { ScorecardsSearch } from './scorecards.search.ts';
import styles from './scorecards.module.css';
import { ScoreTree } from './score-tree.tsx';

interface Props {
  readonly scores: Scores;
  readonly search: ScorecardsSearch;
  readonly onChange: (change: Partial<ScorecardsSearch>) => void;
}

type View = 'tree' | 'compare';

export function ScoresView({ scores, search, onChange }: Props) {
  const view = search.view ?? 'tree';
  const by = search.by ?? 'service';
  return (
    <>
      <IndexSummary scores={scores} />
      <div className={styles.views}>
        <Segmented<View>
          value={view}
          onChange={(next) => onChange({ view: next })}
          options={[
            { value: 'tree', label: m.board_scores_tree() },
            { value: 'compare', label: m.board_scores_compare() },
          ]}
        />
        {view === 'tree' ? (
          <span className={styles.quiet}>{m.board_scores_formula_note()}</span>
        ) : (
          <Select<SliceBy>
            aria-label={m.board_ranking_by()}
            value={by}
            popupMatchSelectWidth={false}
            options={sliceBy.options.map((value) => ({ value, label: subjectParts[value].by() }))}
            onChange={(next) => onChange({ by: next })}
          />
        )}
      </div>
      {view === 'tree' ? <ScoreTree key={search.open} scores={scores} search={search} /> : <CompareTable search={search} by={by} />}
    </>
  );
}
