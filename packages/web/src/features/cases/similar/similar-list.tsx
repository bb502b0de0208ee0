import { Link } from '@tanstack/react-router';
import type { SimilarCase } from '@zhiheng/contract/cases/similar';
import type { ReactNode } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { statusWords } from '../words/case-words.ts';
import styles from './similar-list.module.css';

interface Props {
  readonly items: readonly SimilarCase[];
  /** whether a case opens beside what is being written */
  readonly beside: boolean;
  readonly actions: (similar: SimilarCase) => ReactNode;
}

/** Cases that speak of the same, and why one should look at them. */
export function SimilarList({ items, beside, actions }: Props) {
  const format = useFormat();
  const about = ({ number, status, openedAt, customerName, sameCustomer }: SimilarCase) =>
    [number, statusWords[status](), format.date(openedAt), sameCustomer ? m.cases_similar_customer() : customerName]
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <ul>
      {items.map((similar) => (
        <li key={similar.id} className={styles.item}>
          <Link to="/app/cases/$id" params={{ id: similar.number }} className={styles.subject} {...(beside ? { target: '_blank' } : {})}>
            {similar.subject}
          </Link>
          <span className={styles.about}>{about(similar)}</span>
          <span className={styles.foot}>
            {similar.probablySame ? <StatusBadge tone="near">{m.cases_similar_same()}</StatusBadge> : <span />}
            <span className={styles.actions}>{actions(similar)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
