import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { RowActions } from '../../../ui/row-actions.tsx';
import { columnWords, targetWords } from '../agreement-words.ts';
import type { Finding } from '../agreements.query.ts';
import { conditionText } from '../condition-text.ts';
import { scopeText, startText } from '../definition-facts.ts';
import { useChoices } from '../use-names.ts';
import { FindingList, findingsAt } from './findings.tsx';
import { GoalCell } from './goal-cell.tsx';
import { cellsOf, columns, isUsual, type ColumnKey, type TargetRow } from './target-rows.ts';
import type { Goal } from './duration-text.ts';
import styles from './editor.module.css';

interface Props {
  readonly row: TargetRow;
  readonly index: number;
  readonly rows: readonly TargetRow[];
  readonly findings: readonly Finding[];
  readonly onChange: (row: TargetRow) => void;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

export function TargetLine({ row, index, rows, findings, onChange, onOpen, onRemove }: Props) {
  const name = targetWords[row.course.kind]();
  const cells = cellsOf(rows);
  const foundIn = (column?: ColumnKey) =>
    cells.flatMap((cell, target) =>
      cell.row === index && (column === undefined || cell.column === column) ? findingsAt(findings, `targets.${target}`) : [],
    );
  const set = (column: ColumnKey, goal: Goal | null) => {
    const rest = Object.fromEntries(Object.entries(row.goals).filter(([other]) => other !== column));
    onChange({ ...row, goals: goal === null ? rest : { ...rest, [column]: goal } });
  };
  const times = Object.keys(row.goals).length;
  return (
    <tr>
      <th scope="row">
        {name}
        <RowWords row={row} />
        <FindingList findings={foundIn()} />
      </th>
      {columns.map((column) => (
        <td key={column}>
          <span className={styles.cellLabel} aria-hidden="true">
            {columnWords[column]()}
          </span>
          <GoalCell
            label={`${name} ${columnWords[column]()}`}
            goal={row.goals[column]}
            // The last time of a promise is changed, not emptied: the promise itself is removed by its button.
            needed={times === 1 && row.goals[column] !== undefined}
            faulty={foundIn(column).some(({ severity, where }) => severity === 'fault' && where.endsWith('.goal'))}
            onChange={(goal) => set(column, goal)}
          />
        </td>
      ))}
      <td className={styles.lineActions}>
        <RowActions
          actions={[
            { label: m.agreements_conditions(), of: name, onClick: onOpen },
            { label: m.agreements_remove(), of: name, onClick: onRemove, danger: true },
          ]}
        />
      </td>
    </tr>
  );
}

/** How the clock runs, in a line. */
function RowWords({ row: { course } }: { readonly row: TargetRow }) {
  const format = useFormat();
  const choices = useChoices();
  const pauses = format.list(course.pauses.map(({ name }) => format.text(name)));
  const parts = [
    Object.keys(course.scope).length === 0 ? null : scopeText(course.scope, { format, choices }),
    ...(isUsual(course)
      ? [m.agreements_usual()]
      : [startText(course.start, format), m.agreements_until({ words: conditionText(course.stop, format) })]),
    pauses === '' ? null : m.agreements_paused_while({ words: pauses }),
  ];
  return <span className={styles.rowWords}>{parts.filter((part) => part !== null).join(' · ')}</span>;
}
