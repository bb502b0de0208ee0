import type { ServiceCase } from '@zhiheng/contract/cases/case';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { StatusBadge, type Tone } from '../../../ui/status-badge.tsx';
import styles from './follow-ups-card.module.css';

const toneOf = (value: number): Tone => {
  if (value <= 2) return 'bad';
  return value === 3 ? 'near' : 'good';
};

/** What the customer said of each solution, the newest first. */
export function RatingsCard({ ratings }: Pick<ServiceCase, 'ratings'>) {
  const format = useFormat();
  if (ratings.length === 0) return null;
  return (
    <Card title={m.cases_fact_rating()}>
      <ul>
        {ratings.toReversed().map(({ at, resolution, value, comment }) => (
          <li key={resolution} className={styles.item}>
            <p className={styles.head}>
              <span>{format.dateTime(at)}</span>
              <StatusBadge tone={toneOf(value)}>{m.cases_fact_rating_value({ n: value })}</StatusBadge>
            </p>
            {comment === '' ? null : <p className={styles.note}>{comment}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
