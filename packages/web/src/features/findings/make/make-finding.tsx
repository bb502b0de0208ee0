import { FlagOutlined } from '@ant-design/icons';
import { lazy, Suspense, useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { useMay } from '../../identity/index.ts';
import type { FigureOnPage } from './figure-on-page.ts';
import styles from './make-finding.module.css';

const NewFindingDialog = lazy(() => import('./new-finding-dialog.tsx').then((module) => ({ default: module.NewFindingDialog })));

/** Beside a number: makes a finding of it, with the number as evidence. Whoever may not, sees nothing. */
export function MakeFinding({ figure }: { readonly figure: FigureOnPage }) {
  const may = useMay();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  if (!may('findings.write')) return null;
  const label = `${m.findings_make()}: ${format.text(figure.name)}`;
  return (
    <>
      <button type="button" className={styles.button} aria-label={label} title={m.findings_make()} onClick={() => setOpen(true)}>
        <FlagOutlined aria-hidden="true" />
      </button>
      {open ? (
        <Suspense fallback={null}>
          <NewFindingDialog figure={figure} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
