import type { EntrySheet } from '@zhiheng/contract/measurement/collections';
import { Button } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Completeness } from './completeness.tsx';
import styles from './sheet-bar.module.css';
import type { SheetWork } from './use-sheet.ts';

/** Stands at the foot of the sheet: how complete it is, what is not saved yet, what has to be mended first. */
export function SheetBar({ sheet, work }: { readonly sheet: EntrySheet; readonly work: SheetWork }) {
  const format = useFormat();
  const wrong = Object.keys(work.problems).length;
  const { changed, save } = work;
  const touched = changed.length + wrong > 0;
  return (
    <div className={styles.bar}>
      <span className={styles.completeness}>
        <Completeness entered={work.entered} expected={sheet.expected} />
      </span>
      <p role="status" className={wrong > 0 ? styles.wrong : styles.words}>
        {wrong > 0 ? `■ ${m.collections_sheet_errors({ n: format.number(wrong) })}` : words(changed.length, sheet)}
      </p>
      {wrong === 0 ? <ProblemAlert error={save.error} /> : null}
      <Button disabled={!touched} onClick={work.discard}>
        {m.collections_sheet_discard()}
      </Button>
      <Button type="primary" disabled={changed.length === 0 || wrong > 0} loading={save.isPending} onClick={() => save.mutate(changed)}>
        {changed.length === 0 ? m.collections_sheet_save() : m.collections_sheet_save_n({ n: format.number(changed.length) })}
      </Button>
    </div>
  );
}

function words(changed: number, { entered, expected }: EntrySheet): string {
  if (changed > 0) return m.collections_sheet_unsaved({ n: changed });
  return entered === expected ? `● ${m.collections_sheet_complete()}` : m.collections_sheet_help();
}
