import type { Board } from '@zhiheng/contract/insight/board';
import type { SliceBy } from '@zhiheng/contract/evaluation/scores';
import { AttentionCard } from './attention-card.tsx';
import type { BoardSearch } from './board.search.ts';
import styles from './board.module.css';
import { DimensionsCard } from './dimensions-card.tsx';
import { HeadlineCard } from './headline-card.tsx';
import { IndexCard } from './index-card.tsx';
import { IndexTrendCard } from './index-trend-card.tsx';
import { RankingCard } from './ranking-card.tsx';

interface Props {
  readonly board: Board;
  readonly search: BoardSearch;
  readonly onGroup: (by: SliceBy) => void;
}

/** Figures first, then the index and what it is made of, then who needs attention. */
export function BoardContent({ board, search, onGroup }: Props) {
  return (
    <div className={styles.grid}>
      {board.headline.map(({ figure, trend }) => (
        <div key={figure.indicator} className={styles.kpi}>
          <HeadlineCard figure={figure} trend={trend} board={board} search={search} />
        </div>
      ))}
      <div className={styles.gauge}>
        <IndexCard board={board} />
      </div>
      <div className={styles.trend}>
        <IndexTrendCard index={board.index} />
      </div>
      <div className={styles.dimensions}>
        <DimensionsCard board={board} search={search} />
      </div>
      <div className={styles.ranking}>
        <RankingCard board={board} search={search} onGroup={onGroup} />
      </div>
      <div className={styles.attention}>
        <AttentionCard board={board} search={search} />
      </div>
    </div>
  );
}
