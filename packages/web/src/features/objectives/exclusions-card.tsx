import { useMutation } from '@tanstack/react-query';
import { decideExclusion, type Objective, type ObjectiveExclusion } from '@zhiheng/contract/monitoring/objectives';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/call.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { RowActions } from '../../ui/row-actions.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';
import { useMay, useMe } from '../identity/index.ts';
import { exclusionWords, shareText } from './objective-words.ts';
import styles from './objectives.module.css';

const ExcludeDialog = lazy(() => import('./exclude-dialog.tsx').then((file) => ({ default: file.ExcludeDialog })));

/** Time that was left out, by whom and why, and what that made of the figure. */
export function ExclusionsCard({ objective }: { readonly objective: Objective }) {
  const format = useFormat();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const { exclusions, restatements } = objective;
  return (
    <Card
      title={m.objectives_exclusions()}
      flush={exclusions.length > 0}
      actions={may('objectives.define') ? <Button onClick={() => setAdding(true)}>{m.objectives_exclude()}</Button> : undefined}
    >
      {exclusions.length === 0 ? (
        <p className={styles.note}>{m.objectives_no_exclusions()}</p>
      ) : (
        <DataTable
          label={m.objectives_exclusions()}
          columns={columnsOf(restatements, format, may('objectives.define'))}
          rows={exclusions}
          rowKey={({ id }) => id}
        />
      )}
      <Suspense>{adding ? <ExcludeDialog objectiveId={objective.id} onClose={() => setAdding(false)} /> : null}</Suspense>
    </Card>
  );
}

function columnsOf(restatements: Objective['restatements'], format: Format, mayDecide: boolean): Column<ObjectiveExclusion>[] {
  const columns: Column<ObjectiveExclusion>[] = [
    {
      key: 'time',
      title: m.objectives_span(),
      lead: true,
      cell: ({ from, to }) => `${format.dateTime(from)} – ${format.dateTime(to)}`,
    },
    { key: 'reason', title: m.objectives_reason(), cell: ({ reason }) => reason },
    {
      key: 'entered',
      title: m.objectives_entered(),
      cell: ({ enteredBy, enteredAt }) => <TwoLines first={enteredBy.name} second={format.dateTime(enteredAt)} />,
    },
    { key: 'state', title: m.objectives_state(), cell: (exclusion) => <Decided exclusion={exclusion} /> },
    {
      key: 'effect',
      title: m.objectives_effect(),
      cell: ({ id }) =>
        effectOf(
          restatements.filter((one) => one.exclusionId === id),
          format,
        ),
    },
  ];
  if (!mayDecide) return columns;
  return [
    ...columns,
    { key: 'actions', title: m.objectives_actions(), quiet: true, align: 'end', cell: (one) => <Decide exclusion={one} /> },
  ];
}

function Decided({ exclusion: { state, decidedBy, decidedAt, note } }: { readonly exclusion: ObjectiveExclusion }) {
  const format = useFormat();
  const { tone, word } = exclusionWords(state);
  const by =
    decidedBy === null || decidedAt === null ? '' : `${decidedBy} ${format.dateTime(decidedAt)}${note === null ? '' : ` · ${note}`}`;
  return <TwoLines first={<StatusBadge tone={tone}>{word}</StatusBadge>} second={by} />;
}

/** What the figure was before, and after. */
function effectOf(restatements: Objective['restatements'], format: Format): string {
  const share = ({ good, n }: { good: number; n: number }) => (n === 0 ? '—' : shareText(good / n, format));
  return restatements.length === 0 ? '—' : restatements.map(({ before, after }) => `${share(before)} → ${share(after)}`).join('; ');
}

function Decide({ exclusion: { id, state, reason, enteredBy } }: { readonly exclusion: ObjectiveExclusion }) {
  const me = useMe();
  const decide = useMutation({
    mutationFn: (approve: boolean) => call(decideExclusion, { params: { id }, body: { approve } }),
    meta: { done: m.objectives_decided() },
  });
  if (state !== 'pending') return null;
  if (enteredBy.id === me.id) return m.objectives_second_person();
  return (
    <RowActions
      actions={[
        { label: m.objectives_approve(), of: reason, onClick: () => decide.mutate(true), pending: decide.isPending },
        { label: m.objectives_reject(), of: reason, onClick: () => decide.mutate(false), pending: decide.isPending, danger: true },
      ]}
    />
  );
}
