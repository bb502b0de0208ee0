import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { deleteSharedBoard, updateSharedBoard, type ShownBoard, type Widget } from '@zhiheng/contract/insight/shared-boards';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { rolesQuery, useMay } from '../../identity/index.ts';
import { AddWidgetDialog } from './add-widget-dialog.tsx';
import styles from './arrange.module.css';
import { WidgetSorter } from './widget-sorter.tsx';

interface Props {
  readonly shown: ShownBoard;
  readonly onDone: () => void;
}

/** Arranging a board: nothing is stored until it is saved. */
export function ArrangeBoard({ shown: { board, data }, onDone }: Props) {
  const navigate = useNavigate();
  const [draft, setDraft] = useState({ name: board.name, homeOf: board.homeOf, widgets: board.widgets });
  const [dialog, setDialog] = useState<'add' | 'remove' | null>(null);
  const save = useMutation({
    mutationFn: () => call(updateSharedBoard, { params: { id: board.id }, body: { ...draft, version: board.version } }),
    meta: { showsError: true, done: m.shell_saved() },
    onSuccess: onDone,
  });
  const remove = useMutation({
    mutationFn: () => call(deleteSharedBoard, { params: { id: board.id } }),
    meta: { done: m.boards_removed() },
    onSuccess: () => void navigate({ to: '/app/boards' }),
  });
  const setWidgets = (widgets: Widget[]) => setDraft({ ...draft, widgets });
  const actions = (
    <>
      <Button danger onClick={() => setDialog('remove')}>
        {m.boards_remove_board()}
      </Button>
      <Button onClick={onDone}>{m.boards_cancel()}</Button>
      <Button onClick={() => setDialog('add')}>{m.boards_widget_add()}</Button>
      <Button type="primary" loading={save.isPending} disabled={draft.name.trim() === ''} onClick={() => save.mutate()}>
        {m.boards_save()}
      </Button>
    </>
  );
  return (
    <>
      <PageHeader title={board.name} line={m.boards_arrange_line()} actions={actions} />
      <ProblemAlert error={save.error} />
      <NameFields draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
      <WidgetSorter widgets={draft.widgets} data={data} onChange={setWidgets} />
      {dialog === 'add' ? (
        <AddWidgetDialog onClose={() => setDialog(null)} onAdd={(widget) => setWidgets([...draft.widgets, widget])} />
      ) : null}
      <ConfirmDialog
        title={m.boards_remove_title()}
        open={dialog === 'remove'}
        onClose={() => setDialog(null)}
        onConfirm={() => remove.mutate()}
        confirmLabel={m.boards_remove_board()}
        pending={remove.isPending}
      >
        {m.boards_remove_words({ name: board.name })}
      </ConfirmDialog>
    </>
  );
}

interface Named {
  readonly name: string;
  readonly homeOf: string | null;
}

interface FieldsProps {
  readonly draft: Named;
  readonly onChange: (part: Partial<Named>) => void;
}

const none = 'none';

function NameFields({ draft, onChange }: FieldsProps) {
  const [nameId, homeId] = [useId(), useId()];
  const may = useMay();
  return (
    <div className={styles.fields}>
      <label htmlFor={nameId}>{m.boards_name()}</label>
      <Input id={nameId} maxLength={100} value={draft.name} onChange={({ target }) => onChange({ name: target.value })} />
      {may('boards.share') && may('identity.read') ? <HomeField id={homeId} draft={draft} onChange={onChange} /> : null}
    </div>
  );
}

function HomeField({ id, draft, onChange }: FieldsProps & { readonly id: string }) {
  const format = useFormat();
  const { data } = useQuery(rolesQuery);
  const roles = (data?.items ?? []).map(({ code, name }) => ({ value: code, label: format.text(name) }));
  return (
    <>
      <label htmlFor={id}>{m.boards_home_of()}</label>
      <Select<string>
        id={id}
        style={{ minWidth: 180 }}
        value={draft.homeOf ?? none}
        options={[{ value: none, label: m.boards_home_none() }, ...roles]}
        onChange={(code) => onChange({ homeOf: code === none ? null : code })}
      />
    </>
  );
}
