import { Button, Checkbox } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { QuarantineActions } from './quarantine-actions.tsx';
import type { QuarantinedRow } from './quarantine.query.ts';
import styles from './selection-bar.module.css';

interface Props {
  readonly rows: readonly QuarantinedRow[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Selects the rows shown, and what can be done with those selected. */
export function SelectionBar({ rows, chosen, onChoose }: Props) {
  const format = useFormat();
  // Rows that were released or dismissed meanwhile are no longer there to be chosen.
  const ids = rows.flatMap(({ id }) => (chosen.has(id) ? [id] : []));
  const all = ids.length === rows.length;
  return (
    <div className={styles.bar}>
      <Checkbox
        checked={all}
        indeterminate={ids.length > 0 && !all}
        onChange={() => onChoose(all ? new Set() : new Set(rows.map(({ id }) => id)))}
      >
        {ids.length === 0
          ? m.imports_quarantine_select_page({ n: format.number(rows.length) })
          : m.imports_quarantine_selected({ n: format.number(ids.length) })}
      </Checkbox>
      {ids.length === 0 ? null : (
        <>
          <Button type="text" onClick={() => onChoose(new Set())}>
            {m.imports_quarantine_unselect()}
          </Button>
          <QuarantineActions choice={{ ids }} rows={ids.length} onDone={() => onChoose(new Set())} />
        </>
      )}
    </div>
  );
}
