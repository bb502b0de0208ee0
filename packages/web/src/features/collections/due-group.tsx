import { Link } from '@tanstack/react-router';
import type { DueEntry } from '@zhiheng/contract/measurement/collections';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { useMay } from '../identity/index.ts';
import { Completeness } from './completeness.tsx';
import styles from './due-group.module.css';
import { DueStateBadge } from './due-state-badge.tsx';

interface Props {
  readonly title: string;
  readonly aside: string | undefined;
  readonly entries: readonly DueEntry[];
}

/** Sheets that are due together. */
export function DueGroup({ title, aside, entries }: Props) {
  return (
    <div className={styles.group}>
      <Card title={title} aside={aside}>
        <ul>
          {entries.map((entry) => (
            <li key={`${entry.collectionId} ${entry.period}`} className={styles.entry}>
              <Entry entry={entry} />
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

function Entry({ entry }: { readonly entry: DueEntry }) {
  const format = useFormat();
  const may = useMay();
  const period = format.period(entry.period);
  const name = format.text(entry.name);
  const enters = may('measurement.write') && entry.state !== 'planned' && entry.state !== 'complete';
  const details = [
    period,
    entry.keyNode === null ? null : m.collections_key_node_of({ name: format.text(entry.keyNode) }),
    entry.state === 'overdue' ? m.collections_due_on({ date: entry.dueOn }) : null,
    entry.ownerName,
  ];
  return (
    <>
      <span className={styles.words}>
        <strong>{name}</strong>
        <span className={styles.quiet}>{details.filter((detail) => detail !== null).join(' · ')}</span>
      </span>
      <span className={styles.completeness}>
        <Completeness entered={entry.entered} expected={entry.expected} />
      </span>
      <span className={styles.state}>
        <DueStateBadge state={entry.state} />
      </span>
      <Link
        to="/app/collections/$id/$period"
        params={{ id: entry.collectionId, period: entry.period }}
        className={styles.open}
        aria-label={enters ? m.collections_enter_of({ name, period }) : m.collections_view_of({ name, period })}
      >
        {enters ? m.collections_enter() : m.collections_look()}
      </Link>
    </>
  );
}
