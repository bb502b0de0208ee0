import type { Attention, Board } from '@zhiheng/contract/insight/board';
import { useState } from 'react';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';
import styles from './attention-card.module.css';
import { AttentionLink } from './attention-link.tsx';
import { attentionWords } from './attention-words.ts';
import type { BoardSearch } from './board.search.ts';

const shownFirst = 5;
const tones = { urgent: 'bad', watch: 'near', note: 'note' } as const satisfies Record<Attention['severity'], Tone>;
const words: Readonly<Record<Attention['severity'], () => string>> = {
  urgent: m.board_severity_urgent,
  watch: m.board_severity_watch,
  note: m.board_severity_note,
};

interface Props {
  readonly board: Board;
  readonly search: BoardSearch;
}

/** What asks for attention, worst first; every line opens the page behind it. */
export function AttentionCard({ board, search }: Props) {
  const format = useFormat();
  const [all, setAll] = useState(false);
  const shown = all ? board.attention.length : shownFirst;
  const rest = board.attentionTotal - board.attention.length;
  return (
    <Card title={m.board_attention_title()} aside={m.board_attention_total({ n: board.attentionTotal })}>
      {board.attention.length === 0 ? <EmptyState title={m.board_attention_none()} /> : null}
      <ul>
        {board.attention.slice(0, shown).map((item, index) => {
          const { title, detail } = attentionWords(item, board, format);
          return (
            <li key={index} className={styles.item}>
              <span className={styles.badge}>
                <StatusBadge tone={tones[item.severity]}>{words[item.severity]()}</StatusBadge>
              </span>
              <span className={styles.words}>
                <AttentionLink item={item} board={board} search={search}>
                  {title}
                </AttentionLink>
                <span className={styles.detail}>{detail}</span>
              </span>
              {item.at === null || item.at === board.asOf ? null : <time className={styles.time}>{format.ago(item.at)}</time>}
            </li>
          );
        })}
      </ul>
      {board.attention.length > shownFirst ? (
        <button type="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? m.board_attention_fewer() : m.board_attention_all({ n: board.attention.length })}
        </button>
      ) : null}
      {all && rest > 0 ? <p className={styles.detail}>{m.board_attention_more({ n: rest })}</p> : null}
    </Card>
  );
}
