import { useQuery } from '@tanstack/react-query';
import type { ClauseChange, Standard } from '@zhiheng/contract/standards/standards';
import { Select } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';
import { changeWords, kindWords } from './standard-words.ts';
import { comparisonQuery } from './standards.query.ts';
import styles from './standards.module.css';

interface Props {
  readonly standard: Standard;
  readonly since: number | undefined;
  readonly shown: number | undefined;
  readonly onChange: (since: number) => void;
}

/** What the version that is shown says otherwise than an earlier one; without a choice, the one before it. */
export function ComparisonCard({ standard: { id, versions }, since, shown, onChange }: Props) {
  const numbers = versions.map(({ number }) => number);
  const oldest = Math.min(...numbers);
  const to = shown === undefined || shown === oldest ? Math.max(...numbers) : shown;
  const earlier = numbers.filter((number) => number < to);
  const from = since !== undefined && earlier.includes(since) ? since : Math.max(...earlier);
  const query = useQuery(comparisonQuery(id, from, to));
  return (
    <Card
      title={m.standards_compare()}
      actions={
        <span className={styles.choice}>
          <Select
            aria-label={m.standards_compare_from()}
            value={from}
            options={earlier.map((n) => ({ value: n, label: m.standards_version({ n }) }))}
            onChange={onChange}
          />
          → {m.standards_version({ n: to })}
        </span>
      }
    >
      <QueryView query={query}>{({ items }) => <Changes items={items} />}</QueryView>
    </Card>
  );
}

const tones = { added: 'good', removed: 'bad', changed: 'near', moved: 'note', same: 'idle' } as const satisfies Record<
  ClauseChange['change'],
  Tone
>;

function Changes({ items }: { readonly items: readonly ClauseChange[] }) {
  const changed = items.filter(({ change }) => change !== 'same');
  if (changed.length === 0) return <p className={styles.quiet}>{m.standards_no_change()}</p>;
  const count = (wanted: ClauseChange['change']) => items.filter(({ change }) => change === wanted).length;
  return (
    <>
      <p className={styles.quiet}>
        {m.standards_compare_line({
          ...{ added: count('added'), removed: count('removed') },
          ...{ changed: count('changed'), moved: count('moved') },
        })}
      </p>
      <ul className={styles.changes}>
        {changed.map((change) => (
          <Change key={`${change.code}${change.change}`} change={change} />
        ))}
      </ul>
    </>
  );
}

function Change({ change: { code, change, fields, before, after } }: { readonly change: ClauseChange }) {
  const format = useFormat();
  const shown = after ?? before;
  if (shown === null) return null;
  const textChanged = fields.includes('text') && before !== null;
  const tests = (clause: typeof shown) =>
    format.list([...clause.indicators, ...clause.checks.map(({ study, item }) => `${study} · ${item}`)]);
  return (
    <li>
      <p className={styles.changeHead}>
        <StatusBadge tone={tones[change]}>{changeWords[change]()}</StatusBadge>
        <span className={styles.quiet}>{code}</span>
        <span className={styles.kind}>{kindWords[shown.kind]()}</span>
      </p>
      {textChanged ? <del className={styles.old}>{format.text(before.text)}</del> : null}
      {change === 'removed' ? (
        <del className={styles.old}>{format.text(shown.text)}</del>
      ) : (
        <p className={styles.text}>{format.text(shown.text)}</p>
      )}
      {before !== null && (fields.includes('indicators') || fields.includes('checks')) ? (
        <p className={styles.tests}>
          <del>{tests(before)}</del> → {tests(shown)}
        </p>
      ) : null}
    </li>
  );
}
