import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { QueryView } from '../../../ui/query-view.tsx';
import { ledgerQuery } from '../cases.query.ts';
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
          {clocks.map((clock) => (
            <LedgerClockSection key={`${clock.agreementId}-${clock.target}-${clock.cycle}`} clock={clock} />
          ))}
        </>
      )}
    </QueryView>
  );
}
