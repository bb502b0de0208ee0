import type { Figure } from '@zhiheng/contract/evaluation/scores';
import type { Attention, Board } from '@zhiheng/contract/insight/board';
import { valueText } from '../../../lib/figures/format-value.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { attentionKindWords, stateText } from './widget-words.ts';
import styles from './widgets.module.css';

const tones = { urgent: 'bad', watch: 'near', note: 'note' } as const;

export function AttentionList({ items }: { readonly items: readonly Attention[] }) {
  const format = useFormat();
  if (items.length === 0) return <p className={styles.nothing}>{m.boards_attention_none()}</p>;
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={`${item.kind}/${item.indicator}/${item.slice?.en}/${item.name.en}`}>
          <StatusBadge tone={tones[item.severity]}>{attentionKindWords[item.kind]()}</StatusBadge>
          <span>{[item.name, ...(item.slice === null ? [] : [item.slice])].map((name) => format.text(name)).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

interface RankingProps extends Pick<Figure, 'measure' | 'decimals'> {
  readonly ranking: NonNullable<Board['ranking']>;
}

/** Slices of one indicator, the worst first; each with its n, since few answers say little. */
export function RankingList({ ranking, measure, decimals }: RankingProps) {
  const format = useFormat();
  const style = { unit: ranking.unit, measure, decimals };
  return (
    <Card title={format.text(ranking.name)}>
      <ul className={styles.list}>
        {ranking.slices.map(({ id, name, value, n, attention }) => (
          <li key={id}>
            <span className={styles.name}>{format.text(name)}</span>
            <span className={attention ? styles.poor : undefined}>{valueText(style, value, format.locale)}</span>
            <span className={styles.quiet}>{m.boards_n({ n: format.number(n) })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface CountedProps {
  readonly counts: readonly { readonly key: string; readonly n: number }[];
  readonly latest: readonly { readonly number: string; readonly title: string; readonly state: string }[];
}

/** How many there are of each, and the latest of them. */
export function CountedList({ counts, latest }: CountedProps) {
  const format = useFormat();
  if (counts.length === 0) return <p className={styles.nothing}>{m.boards_nothing()}</p>;
  return (
    <>
      <dl className={styles.counts}>
        {counts.map(({ key, n }) => (
          <div key={key}>
            <dt>{stateText(key)}</dt>
            <dd>{format.number(n)}</dd>
          </div>
        ))}
      </dl>
      <ul className={styles.list}>
        {latest.map(({ number, title, state }) => (
          <li key={number}>
            <span className={styles.quiet}>{number}</span>
            <span className={styles.name}>{title}</span>
            <span className={styles.quiet}>{stateText(state)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
