import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { leadersQuery } from './suggestions.query.ts';
import styles from './suggestions.module.css';

/** Whose suggestions were worth most; not there at all when the house switched it off. */
export function LeadersCard() {
  const format = useFormat();
  const { data } = useQuery(leadersQuery);
  if (data === undefined || !data.shown) return null;
  return (
    <Card title={m.suggestions_leaders()}>
      {data.items.length === 0 ? (
        <p className={styles.grey}>{m.suggestions_leaders_none()}</p>
      ) : (
        <ol className={styles.leaders}>
          {data.items.map(({ name, suggestions, accepted, points }) => (
            <li key={name}>
              <span>{name}</span>
              <strong className="tabular">{m.suggestions_points_of({ n: format.number(points) })}</strong>
              <span className={styles.grey}>
                {m.suggestions_leaders_line({ n: format.number(suggestions), accepted: format.number(accepted) })}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
