import type { ObjectiveDefinition } from '@zhiheng/contract/monitoring/objective';
import type { Objective } from '@zhiheng/contract/monitoring/objectives';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { burnWords, severityWords } from './objective-words.ts';
import styles from './objectives.module.css';

interface Props {
  readonly objective: Objective;
  readonly definition: ObjectiveDefinition;
}

/** How fast the budget burns over a long and a short stretch; an alert needs both. */
export function BurningCard({ objective: { burning }, definition: { alerts } }: Props) {
  const format = useFormat();
  const rate = (value: number | null) => (value === null ? '—' : m.objectives_times({ n: format.number(value, 1) }));
  return (
    <Card title={m.objectives_burn_rates()}>
      <PlainTable
        label={m.objectives_burn_rates()}
        columns={[m.objectives_stretch(), m.objectives_state(), m.objectives_rate_now(), m.objectives_limit(), m.objectives_severity()]}
        rows={burning.map(({ kind, pair, long, short }) => ({
          key: `${pair.rate}/${pair.long}`,
          cells: [
            `${format.duration(pair.long)} / ${format.duration(pair.short)}`,
            <StatusBadge key="state" tone={burnWords(kind).tone}>
              {burnWords(kind).word}
            </StatusBadge>,
            `${rate(long.rate)} / ${rate(short.rate)}`,
            rate(pair.rate),
            severityWords[pair.severity](),
          ],
        }))}
      />
      <p className={styles.note}>{m.objectives_burn_note({ bad: format.number(alerts.minimumBad) })}</p>
    </Card>
  );
}
