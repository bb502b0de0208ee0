import type { Board } from '@zhiheng/contract/insight/board';
import { gradeWords } from '../../lib/figures/status-words.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { Gauge } from '../../ui/gauge.tsx';
import { GradeBadge } from '../../ui/grade-badge.tsx';
import { ScoreChange } from '../../ui/score-change.tsx';
import { EmptyState } from '../../ui/states.tsx';
import styles from './index-card.module.css';

/** The service quality index: one number, its grade, and how much of it was measured. */
export function IndexCard({ board }: { readonly board: Board }) {
  const format = useFormat();
  const { index, scorecard } = board;
  if (index === null) {
    return (
      <Card title={m.board_index_title()}>
        <EmptyState title={m.board_index_none()} />
      </Card>
    );
  }
  const { root, target } = index;
  const text = root.score === null ? '–' : format.number(root.score, 1);
  const grade = root.grade === null ? m.board_grade_none() : gradeWords[root.grade]();
  return (
    <Card title={m.board_index_title()} aside={scorecard === null ? 'SQI' : format.text(scorecard.name)}>
      <Gauge
        score={root.score}
        target={target}
        text={text}
        label={m.board_index_gauge({ score: text, target: format.number(target, 1), grade })}
      >
        <p className={styles.line}>
          {m.board_index_target({ target: format.number(target, 1) })}
          <ScoreChange score={root.score} previous={root.previous} period={board.period} />
        </p>
      </Gauge>
      <p className={styles.grade}>
        <GradeBadge grade={root.grade} /> <span>{m.board_index_coverage({ coverage: format.number(root.coverage * 100) })}</span>
      </p>
      <p className={styles.note}>{noteOf(board, format.number)}</p>
    </Card>
  );
}

function noteOf({ index, scorecard }: Board, number: (value: number) => string): string {
  const minimum = scorecard?.settings.minimum_coverage ?? 0;
  const low = index !== null && index.root.coverage < minimum;
  return low ? m.board_index_low_coverage({ minimum: number(minimum * 100) }) : m.board_index_setting();
}
