import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { QueryView } from '../../../ui/query-view.tsx';
import { useMay } from '../../identity/index.ts';
import { ledgerQuery } from '../cases.query.ts';
import { ExcludeTimeDialog } from './exclude-time-dialog.tsx';
import { LedgerClockSection } from './ledger-clock.tsx';
import styles from './ledger.module.css';

interface Props {
  readonly id: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

// What scrolls takes the focus: a long ledger is read by the arrow keys too.
const frame = { body: { display: 'flex', padding: 0 } } as const;

/** Every interval of every clock, with who held the case and why it counts: arithmetic that a lawyer can follow. */
export function LedgerDrawer({ id, open, onClose }: Props) {
  return (
    <Drawer open={open} onClose={onClose} destroyOnHidden size={760} title={m.cases_ledger_title()} styles={frame}>
      {open ? (
        <div className={styles.scroll} role="region" aria-label={m.cases_ledger_title()} tabIndex={0}>
          <Content id={id} />
        </div>
      ) : null}
    </Drawer>
  );
}

function Content({ id }: { readonly id: string }) {
  const format = useFormat();
  const query = useQuery(ledgerQuery(id));
  return (
    <QueryView query={query} isEmpty={({ clocks }) => clocks.length === 0} empty={{ title: m.cases_ledger_none() }}>
      {({ now, clocks }) => (
        <>
          <p className={styles.line}>{m.cases_ledger_line({ at: format.dateTime(now) })}</p>
          <ExcludeTime id={id} />
          {clocks.map((clock) => (
            <LedgerClockSection key={`${clock.agreementId}-${clock.target}-${clock.cycle}`} clock={clock} />
          ))}
        </>
      )}
    </QueryView>
  );
}

/** For those who define what is promised. */
function ExcludeTime({ id }: { readonly id: string }) {
  const may = useMay();
  const [asking, setAsking] = useState(false);
  if (!may('agreements.define')) return null;
  return (
    <p className={styles.line}>
      <Button size="small" onClick={() => setAsking(true)}>
        {m.reports_exclude()}
      </Button>
      {asking ? <ExcludeTimeDialog id={id} onClose={() => setAsking(false)} /> : null}
    </p>
  );
}
