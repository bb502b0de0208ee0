import type { EntrySheet } from '@zhiheng/contract/measurement/collections';
import type { ClipboardEvent } from 'react';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { entryHint } from './cell-words.ts';
import { moveFocus } from './move-focus.ts';
import { SheetCell } from './sheet-cell.tsx';
import { cellKey, draftOf } from './sheet.rules.ts';
import styles from './sheet-grid.module.css';
import type { SheetWork } from './use-sheet.ts';

interface Props {
  readonly sheet: EntrySheet;
  readonly work: SheetWork;
  readonly readOnly: boolean;
}

/** Indicators down, subjects across: moved through and pasted into like a spreadsheet. */
export function SheetGrid({ sheet, work, readOnly }: Props) {
  const format = useFormat();
  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData('text/plain');
    const at = placeOf(event.target);
    // A single value goes where the cursor stands, as in any field.
    if (readOnly || at === null || !/[\t\n\r]/.test(text.trimEnd())) return;
    event.preventDefault();
    work.paste(at, text);
  };
  return (
    <div className={styles.frame}>
      <table className={styles.grid} onKeyDown={moveFocus} onPaste={onPaste}>
        <caption className="visually-hidden">{format.text(sheet.name)}</caption>
        <thead>
          <tr>
            <th scope="col">{m.collections_sheet_indicator()}</th>
            {sheet.subjects.map(({ id, name }) => (
              <th key={id} scope="col">
                {format.text(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.indicators.map((indicator, row) => (
            <tr key={indicator.code}>
              <th scope="row">
                <span className={styles.name}>{format.text(indicator.name)}</span>
                <span className={styles.hint}>{entryHint(indicator, format)}</span>
              </th>
              {sheet.subjects.map(({ id, name }, column) => (
                <td key={id}>
                  <WorkedCell {...{ work, readOnly, row, column, indicator }} subject={{ id, name: format.text(name) }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface WorkedProps extends Omit<Props, 'sheet'> {
  readonly row: number;
  readonly column: number;
  readonly indicator: EntrySheet['indicators'][number];
  readonly subject: { readonly id: string; readonly name: string };
}

/** A cell with what stands in it now. */
export function WorkedCell({ work, readOnly, row, column, indicator, subject }: WorkedProps) {
  const format = useFormat();
  const key = cellKey(indicator.code, subject.id);
  const { value, n } = draftOf(work.stored.get(key), work.drafts[key]);
  return (
    <SheetCell
      {...{ row, column, value, n, readOnly }}
      cellKey={key}
      indicator={format.text(indicator.name)}
      subject={subject.name}
      share={indicator.measure === 'share'}
      problem={work.problems[key]}
      changed={work.drafts[key] !== undefined}
      onType={work.type}
    />
  );
}

function placeOf(target: EventTarget) {
  if (!(target instanceof HTMLInputElement)) return null;
  const { row, column, part } = target.dataset;
  return { row: Number(row), column: Number(column), part: part === 'n' ? ('n' as const) : ('value' as const) };
}
