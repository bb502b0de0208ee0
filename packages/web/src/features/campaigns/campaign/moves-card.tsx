import type { Campaign } from '@zhiheng/contract/campaigns/campaigns';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { stageWords } from '../campaign-words.ts';
import styles from '../campaigns.module.css';

/** Who moved the campaign from stage to stage, when and why. */
export function MovesCard({ moves }: Pick<Campaign, 'moves'>) {
  const format = useFormat();
  if (moves.length === 0) return null;
  return (
    <Card title={m.campaigns_moves()}>
      <ul className={styles.moves}>
        {moves.map(({ from, to, at, by, reason }) => (
          <li key={at}>
            <span>{m.campaigns_move({ from: stageWords[from](), to: stageWords[to]() })}</span>
            <span className={styles.grey}>
              {format.dateTime(at)} · {by ?? m.campaigns_system()}
              {reason === '' ? '' : ` · ${reason}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
