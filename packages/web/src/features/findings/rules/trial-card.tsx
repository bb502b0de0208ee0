import type { Reply } from '@zhiheng/contract/endpoint';
import type { tryFindingRules } from '@zhiheng/contract/findings/rules';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { severityTones, severityWords, sourceWords } from '../finding-words.ts';
import styles from '../findings.module.css';

/** What the rules would have opened; nothing was stored. */
export function TrialCard({ trial: { from, to, sources } }: { readonly trial: Reply<typeof tryFindingRules> }) {
  const format = useFormat();
  const seen = sources.filter(({ findings }) => findings > 0);
  return (
    <Card title={m.findings_trial()} aside={m.findings_trial_span({ from: format.date(from), to: format.date(to) })}>
      <div role="status">{seen.length === 0 ? <p className={styles.grey}>{m.findings_trial_none()}</p> : null}</div>
      {seen.map(({ source, findings, times, items }) => (
        <section key={source}>
          <h3>{`${sourceWords[source]()} · ${m.findings_trial_count({ findings: format.number(findings), times: format.number(times) })}`}</h3>
          <ul className={styles.items}>
            {items.map(({ title, severity, at, isKnown }, place) => (
              <li key={place}>
                <span className={styles.inline}>
                  <StatusBadge tone={severityTones[severity]}>{severityWords[severity]()}</StatusBadge>
                  {format.text(title)}
                </span>
                <span className={styles.grey}>{isKnown ? `${format.date(at)} · ${m.findings_trial_known()}` : format.date(at)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}
