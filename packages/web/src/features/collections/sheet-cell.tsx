import { memo, useId } from 'react';
import { m } from '../../paraglide/messages.js';
import type { CellPart } from './paste.rules.ts';
import styles from './sheet-cell.module.css';

interface Props {
  readonly cellKey: string;
  readonly row: number;
  readonly column: number;
  readonly indicator: string;
  readonly subject: string;
  readonly share: boolean;
  readonly value: string;
  readonly n: string;
  readonly problem: string | undefined;
  readonly changed: boolean;
  readonly readOnly: boolean;
  readonly onType: (key: string, part: CellPart, text: string) => void;
}

/** One cell of the sheet: a number, or for a share count and total. A sheet may have thousands: drawn again only when it changes. */
export const SheetCell = memo(function SheetCell(props: Props) {
  const { indicator, subject, share, problem, changed } = props;
  const problemId = useId();
  const words = { indicator, subject };
  return (
    <span className={changed ? `${styles.cell} ${styles.changed}` : styles.cell}>
      <span className={styles.fields}>
        <Field {...props} part="value" label={m.collections_sheet_cell(words)} text={props.value} problemId={problemId} />
        {share ? (
          <>
            <span aria-hidden="true" className={styles.stroke}>
              /
            </span>
            <Field {...props} part="n" label={m.collections_sheet_total_of(words)} text={props.n} problemId={problemId} />
          </>
        ) : null}
      </span>
      {problem === undefined ? null : (
        <span id={problemId} className={styles.problem}>
          {problem}
        </span>
      )}
    </span>
  );
});

interface FieldProps extends Props {
  readonly part: CellPart;
  readonly label: string;
  readonly text: string;
  readonly problemId: string;
}

function Field({ cellKey, row, column, part, label, text, problem, problemId, readOnly, onType }: FieldProps) {
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      className={styles.input}
      aria-label={label}
      aria-invalid={problem !== undefined}
      aria-describedby={problem === undefined ? undefined : problemId}
      data-row={row}
      data-column={column}
      data-part={part}
      readOnly={readOnly}
      value={text}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => onType(cellKey, part, event.target.value)}
    />
  );
}
