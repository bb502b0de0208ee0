import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import styles from './objectives.module.css';

/** What is left of an error budget; overspent is empty and says by how much. */
export function BudgetBar({ share }: { readonly share: number }) {
  const format = useFormat();
  const tone = share < 0 ? styles.spent : share < 0.25 ? styles.little : undefined;
  const words = format.percent(Math.max(-9999, 100 * share), 0);
  return (
    <span className={styles.budget}>
      <span className={styles.track} role="img" aria-label={`${m.objectives_budget_left()} ${words}`}>
        <span className={`${styles.fill} ${tone ?? ''}`} style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%` }} />
      </span>
      <span className={styles.figure}>{words}</span>
    </span>
  );
}
