import { useMutation, useQuery } from '@tanstack/react-query';
import { deleteSignalRule, updateSignalRule, type SignalRule } from '@zhiheng/contract/diagnosis/signals';
import { Button, Switch } from 'antd';
import { call } from '../../lib/call.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { RowActions } from '../../ui/row-actions.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';
import { useMay } from '../identity/index.ts';
import type { ViewProps } from './diagnosis-page.tsx';
import { watchesQuery } from './diagnosis.query.ts';
import styles from './diagnosis.module.css';
import { watchState, watchWords } from './signal-words.ts';
import { WatchHeadline } from './signals-view.tsx';
import { WatchDialog } from './watch-dialog.tsx';

/** What is watched, and how it stands. */
export function WatchesView({ search, onChange }: ViewProps) {
  const may = useMay();
  const format = useFormat();
  const query = useQuery(watchesQuery);
  const mayDefine = may('diagnosis.define');
  const actions = mayDefine ? (
    <span className={styles.inline}>
      <WatchHeadline />
      <Button type="primary" onClick={() => onChange({ edit: 'new' })}>
        {m.diagnosis_watch_new()}
      </Button>
    </span>
  ) : undefined;
  return (
    <>
      <QueryView
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={{ title: m.diagnosis_nothing_watched(), words: m.diagnosis_nothing_watched_text(), action: actions }}
      >
        {({ items }) => (
          <Card title={m.diagnosis_watches()} aside={m.diagnosis_total({ n: format.number(items.length) })} actions={actions} flush>
            <DataTable
              label={m.diagnosis_watches()}
              columns={[...columnsFor(format), ...(mayDefine ? [onColumn(format), deleteColumn(format)] : [])]}
              rows={items}
              rowKey={({ id }) => id}
            />
          </Card>
        )}
      </QueryView>
      {search.edit === 'new' ? <WatchDialog onClose={() => onChange({ edit: undefined })} /> : null}
    </>
  );
}

const nameOf = ({ indicatorName, watch }: SignalRule, format: Format): string =>
  indicatorName === null ? watchWords(watch) : format.text(indicatorName);

const columnsFor = (format: Format): Column<SignalRule>[] => [
  {
    ...{ key: 'what', title: m.diagnosis_watch_what(), lead: true, width: '40%' },
    cell: (rule) => <TwoLines first={nameOf(rule, format)} second={watchWords(rule.watch)} />,
  },
  { key: 'state', title: m.diagnosis_watch_state(), cell: (rule) => watchState(rule) },
  { key: 'raised', title: m.diagnosis_watch_raised(), align: 'end', cell: ({ raised }) => format.number(raised) },
  { key: 'checked', title: m.diagnosis_watch_checked(), cell: ({ checkedAt }) => (checkedAt === null ? '—' : format.ago(checkedAt)) },
];

const onColumn = (format: Format): Column<SignalRule> => ({
  ...{ key: 'on', title: m.diagnosis_watch_on() },
  cell: (rule) => <OnSwitch rule={rule} name={nameOf(rule, format)} />,
});

function OnSwitch({ rule: { id, version, enabled }, name }: { readonly rule: SignalRule; readonly name: string }) {
  const turn = useMutation({ mutationFn: (on: boolean) => call(updateSignalRule, { params: { id }, body: { version, enabled: on } }) });
  return (
    <Switch
      aria-label={`${m.diagnosis_watch_on()}: ${name}`}
      checked={enabled}
      loading={turn.isPending}
      onChange={(on) => turn.mutate(on)}
    />
  );
}

const deleteColumn = (format: Format): Column<SignalRule> => ({
  ...{ key: 'delete', title: m.diagnosis_watch_actions(), quiet: true, align: 'end' },
  cell: (rule) => <Delete rule={rule} name={nameOf(rule, format)} />,
});

function Delete({ rule: { id }, name }: { readonly rule: SignalRule; readonly name: string }) {
  const remove = useMutation({ mutationFn: () => call(deleteSignalRule, { params: { id } }), meta: { done: m.diagnosis_saved() } });
  return (
    <RowActions
      actions={[{ label: m.diagnosis_watch_delete(), of: name, onClick: () => remove.mutate(), danger: true, pending: remove.isPending }]}
    />
  );
}
