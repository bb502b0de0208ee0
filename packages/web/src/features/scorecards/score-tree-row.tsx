import { Link } from '@tanstack/react-router';
import { valueText } from '../../lib/figures/format-value.ts';
import { statusTones, statusWordOf } from '../../lib/figures/status-words.ts';
import { targetText } from '../../lib/figures/target-text.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { GradeBadge } from '../../ui/grade-badge.tsx';
import { ScoreBar } from '../../ui/score-bar.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { figureOnPage, MakeFinding } from '../findings/index.ts';
import { filterIn } from '../subjects/index.ts';
import type { TreeRow } from './flat-tree.ts';
import type { Scores } from './scorecards.query.ts';
import type { ScorecardsSearch } from './scorecards.search.ts';
import styles from './score-tree.module.css';

interface Props {
  readonly row: TreeRow;
  readonly scores: Scores;
  readonly search: ScorecardsSearch;
  readonly open: boolean;
  readonly onToggle: (code: string) => void;
}

export function ScoreTreeRow({ row: { node, depth, share }, scores, search, open, onToggle }: Props) {
  const format = useFormat();
  const { figure } = node;
  const name = format.text(node.name);
  const isBranch = node.children.length > 0;
  return (
    <tr className={isBranch ? styles.branch : undefined}>
      <th scope="row" style={{ paddingInlineStart: 16 + depth * 24 }}>
        {isBranch ? (
          <button type="button" className={styles.toggle} aria-expanded={open} onClick={() => onToggle(node.code)}>
            <span aria-hidden="true">{open ? '▾' : '▸'}</span> {name}
          </button>
        ) : (
          <Leaf node={node} scores={scores} search={search} name={name} />
        )}
      </th>
      <td>
        <span className={styles.score}>
          <ScoreBar score={node.score} previous={node.previous} />
          <strong>{node.score === null ? '–' : format.number(node.score, 1)}</strong>
        </span>
      </td>
      <td>
        {figure === undefined ? (
          <GradeBadge grade={node.grade} />
        ) : (
          <StatusBadge tone={statusTones[figure.status]}>{statusWordOf(figure)}</StatusBadge>
        )}
      </td>
      <td className={styles.end}>
        <Difference score={node.score} previous={node.previous} />
      </td>
      <FigureCells figure={figure} />
      <td className={styles.end}>{format.number(node.weight, Number.isInteger(node.weight) ? 0 : 1)}</td>
      <td className={styles.end}>{format.percent(share * 100)}</td>
      <td className={styles.end}>{format.percent(node.coverage * 100, 0)}</td>
    </tr>
  );
}

/** Value and target of an indicator; a branch has neither. */
function FigureCells({ figure }: { readonly figure: TreeRow['node']['figure'] }) {
  const { locale } = useFormat();
  const value = figure === undefined || figure.value === null ? '' : valueText(figure, figure.value, locale);
  const target = figure === undefined || figure.target === null ? '' : targetText(figure, figure.target, locale);
  return (
    <>
      <td className={styles.end}>{value}</td>
      <td className={styles.end}>{target}</td>
    </>
  );
}

interface LeafProps extends Pick<Props, 'scores' | 'search'> {
  readonly node: TreeRow['node'];
  readonly name: string;
}

function Leaf({ node, scores, search, name }: LeafProps) {
  if (node.figure === undefined) return <>{name}</>;
  return (
    <>
      <Link to="/app/indicators/$code" params={{ code: node.figure.indicator }} search={{ period: scores.period, ...filterIn(search) }}>
        {name}
      </Link>
      <MakeFinding figure={figureOnPage(node.figure, { period: scores.period, filter: filterIn(search) })} />
    </>
  );
}

function Difference({ score, previous }: { readonly score: number | null; readonly previous: number | null }) {
  const format = useFormat();
  if (score === null || previous === null) return <>–</>;
  const difference = score - previous;
  if (Math.abs(difference) < 0.05) return <>{m.board_unchanged()}</>;
  const up = difference > 0;
  return (
    <span className={up ? styles.better : styles.worse}>
      <span aria-hidden="true">{up ? '▲' : '▼'}</span>
      <span className="visually-hidden">{up ? m.board_up() : m.board_down()}</span> {format.number(Math.abs(difference), 1)}
    </span>
  );
}
