import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { ShareBar } from '../../../ui/share-bar.tsx';
import { partyTones } from '../../party/index.ts';
import type { LedgerClock } from '../cases.query.ts';
import styles from './ledger.module.css';

type Breach = NonNullable<LedgerClock['breach']>;

/** Whose time a missed promise took, and without whom it would have been kept. */
export function BreachShares({ breach }: { readonly breach: Breach }) {
  const format = useFormat();
  const parts = breach.parties.map(({ party, kind, name, seconds, lateSeconds }) => ({
    ...{ key: party, label: format.text(name), value: seconds + lateSeconds, tone: partyTones[kind] },
    text: [format.duration(seconds), ...(lateSeconds > 0 ? [m.reports_ledger_late({ time: format.duration(lateSeconds) })] : [])].join(''),
  }));
  // Of those who hold a case by their own will nobody says that it would have been kept without them.
  const decisive = breach.parties.filter((share) => share.decisive && share.kind !== 'team');
  return (
    <>
      <h3>{m.reports_ledger_breach()}</h3>
      <ShareBar label={m.reports_ledger_breach()} parts={parts} />
      {decisive.map(({ party, name }) => (
        <p key={party} className={styles.line}>
          {m.reports_ledger_decisive({ party: format.text(name) })}
        </p>
      ))}
    </>
  );
}
