import { Link } from '@tanstack/react-router';
import type { ScoreNode } from '@zhiheng/contract/evaluation/scores';
import type { Board } from '@zhiheng/contract/insight/board';
import { gradeWords } from '../../lib/figures/status-words.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { DataToggle } from '../../ui/data-toggle.tsx';
import { ScoreBar } from '../../ui/score-bar.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { filterIn } from '../subjects/index.ts';
import type { BoardSearch } from './board.search.ts';
import styles from './dimensions-card.module.css';

interface Props {
  readonly board: Board;
  readonly search: BoardSearch;
}

/** The branches of the scorecard. Bars start at zero, the tick is the period before; each opens its part of the scorecard. */
export function DimensionsCard({ board, search }: Props) {
  const format = useFormat();
  const nodes = board.index?.root.children ?? [];
  const title = titleOf(nodes, format);
  return (
    <Card title={title} aside={m.board_dimensions_note()}>
      {nodes.length === 0 ? (
        <EmptyState title={m.board_index_none()} />
      ) : (
        <DataToggle label={title} columns={columns()} rows={nodes.map((node) => rowOf(node, format))}>
          <ul className={styles.list}>
            {nodes.map((node) => (
              <li key={node.code}>
                <Link to="/app/scorecards" search={{ period: board.period, open: node.code, ...filterIn(search) }} className={styles.row}>
                  <span className={styles.name}>{format.text(node.name)}</span>
                  <ScoreBar score={node.score} previous={node.previous} />
                  <span className={styles.score}>{scoreText(node, format)}</span>
                  <span className={styles.grade}>{node.grade === null ? '' : gradeWords[node.grade]()}</span>
                </Link>
              </li>
            ))}
          </ul>
        </DataToggle>
      )}
    </Card>
  );
}

const columns = () => [m.board_dimension(), m.board_score(), m.board_grade(), m.board_previous(), m.board_weight(), m.board_coverage()];

const scoreText = (node: ScoreNode, format: Format) => (node.score === null ? '–' : format.number(node.score, 1));

const rowOf = (node: ScoreNode, format: Format): string[] => [
  format.text(node.name),
  scoreText(node, format),
  node.grade === null ? m.board_grade_none() : gradeWords[node.grade](),
  node.previous === null ? '–' : format.number(node.previous, 1),
  format.number(node.weight),
  `${format.number(node.coverage * 100)}%`,
];

function titleOf(nodes: readonly ScoreNode[], format: Format): string {
  const [weakest] = nodes.flatMap(({ name, score }) => (score === null ? [] : [{ name, score }])).sort((a, b) => a.score - b.score);
  if (weakest === undefined) return m.board_dimension();
  if (weakest.score >= 90) return m.board_dimensions_title_all({ limit: 90 });
  return m.board_dimensions_title_weak({ name: format.text(weakest.name), score: format.number(weakest.score, 1) });
}
