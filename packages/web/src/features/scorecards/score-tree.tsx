import { Button } from 'antd';
import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { EmptyState } from '../../ui/states.tsx';
import { branchesOf, flatTree } from './flat-tree.ts';
import type { Scores } from './scorecards.query.ts';
import type { ScorecardsSearch } from './scorecards.search.ts';
import styles from './score-tree.module.css';
import { ScoreTreeRow } from './score-tree-row.tsx';

interface Props {
  readonly scores: Scores;
  readonly search: ScorecardsSearch;
}

/** Every branch and indicator with score, weight, coverage and status; each indicator opens its page. */
export function ScoreTree({ scores, search }: Props) {
  const branches = branchesOf(scores.root);
  const [closed, setClosed] = useState<ReadonlySet<string>>(
    () => new Set(search.open === undefined ? [] : branches.filter((code) => code !== search.open)),
  );
  const rows = flatTree(scores.root, closed);
  const toggle = (code: string) => setClosed((now) => new Set(now.has(code) ? [...now].filter((one) => one !== code) : [...now, code]));
  if (rows.length === 0) return <EmptyState title={m.board_index_none()} />;
  const columns = [
    m.board_scores_node(),
    m.board_score(),
    m.board_grade(),
    m.board_scores_change(),
    m.board_value(),
    m.board_target_short(),
    m.board_weight(),
    m.board_scores_share(),
    m.board_coverage(),
  ];
  return (
    <>
      <div className={styles.frame} tabIndex={0} role="group" aria-label={m.board_scores_tree()}>
        <table className={styles.table}>
          <caption className="visually-hidden">{m.board_scores_tree()}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ScoreTreeRow
                key={row.node.code}
                row={row}
                scores={scores}
                search={search}
                open={!closed.has(row.node.code)}
                onToggle={toggle}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.tools}>
        <Button size="small" onClick={() => setClosed(new Set())}>
          {m.board_scores_expand_all()}
        </Button>{' '}
        <Button size="small" onClick={() => setClosed(new Set(branches))}>
          {m.board_scores_collapse_all()}
        </Button>
      </p>
    </>
  );
}
