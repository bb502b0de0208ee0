import type { EntrySheet } from '@zhiheng/contract/measurement/collections';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { entryHint } from './cell-words.ts';
import { WorkedCell } from './sheet-grid.tsx';
import { cellKey, draftOf } from './sheet.rules.ts';
import styles from './sheet-list.module.css';
import type { SheetWork } from './use-sheet.ts';

interface Props {
  readonly sheet: EntrySheet;
  readonly work: SheetWork;
  readonly readOnly: boolean;
}

/** The sheet on a phone: one subject after the other. */
export function SheetList({ sheet, work, readOnly }: Props) {
  const format = useFormat();
  const filled = (subjectId: string) =>
    sheet.indicators.filter(({ code }) => {
      const key = cellKey(code, subjectId);
      return draftOf(work.stored.get(key), work.drafts[key]).value !== '';
    }).length;
  return (
    <div className={styles.list}>
      {sheet.subjects.map(({ id, name }, column) => (
        <Card
          key={id}
          title={format.text(name)}
          aside={m.collections_completeness_of({ entered: format.number(filled(id)), expected: format.number(sheet.indicators.length) })}
        >
          {sheet.indicators.map((indicator, row) => (
            <div key={indicator.code} className={styles.item}>
              <p>
                {format.text(indicator.name)} <span className={styles.hint}>{entryHint(indicator, format)}</span>
              </p>
              <WorkedCell {...{ work, readOnly, row, column, indicator }} subject={{ id, name: format.text(name) }} />
            </div>
          ))}
        </Card>
      ))}
    </div>
  );
}
