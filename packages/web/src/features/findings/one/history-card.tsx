import type { Finding } from '@zhiheng/contract/findings/findings';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { stateWords } from '../finding-words.ts';
import styles from '../findings.module.css';

const eventWords: Readonly<Record<string, () => string>> = {
  'finding.opened': m.findings_event_opened,
  'finding.changed': m.findings_event_changed,
  'finding.merged': m.findings_event_merged,
  'finding.reopened': m.findings_event_reopened,
  'finding.closed': m.findings_event_closed,
  'finding.dismissed': m.findings_event_dismissed,
};

/** What happened to it, the newest first. */
export function HistoryCard({ finding: { history } }: { readonly finding: Finding }) {
  const format = useFormat();
  return (
    <Card title={m.findings_history()}>
      <ul className={styles.items}>
        {history.map(({ type, at, by, data }, place) => (
          <li key={place}>
            <span>{[eventWords[type]?.() ?? type, ...stateOf(data)].join(' · ')}</span>
            <span className={styles.grey}>{`${format.dateTime(at)} · ${by ?? m.findings_by_system()}`}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The state that it came into, and why. */
function stateOf(data: Readonly<Record<string, unknown>>): string[] {
  const change = data['state'];
  const to = typeof change === 'object' && change !== null && 'to' in change ? String(change.to) : '';
  const word = to in stateWords ? [stateWords[to as keyof typeof stateWords]()] : [];
  const reason = data['reason'];
  return typeof reason === 'string' && reason !== '' ? [...word, reason] : word;
}
