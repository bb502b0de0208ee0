import { useMutation, useQuery } from '@tanstack/react-query';
import { mergeFindings, moveFinding, updateFinding, type Finding } from '@zhiheng/contract/findings/findings';
import type { FindingKind, FindingSeverity, FindingState } from '@zhiheng/contract/findings/finding-kind';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { useMay } from '../../identity/index.ts';
import { optionsOf, stateWords } from '../finding-words.ts';
import { findingOptionsQuery } from '../findings.query.ts';
import { FindingItems } from '../make/new-finding-dialog.tsx';

interface Props {
  readonly finding: Finding;
}
interface DialogProps extends Props {
  readonly onClose: () => void;
}

/** What people do with a finding. One that went into another is left alone. */
export function FindingActions({ finding }: Props) {
  const may = useMay();
  const [open, setOpen] = useState<'edit' | 'move' | 'merge' | null>(null);
  if (!may('findings.write') || finding.mergedInto !== null) return null;
  const close = () => setOpen(null);
  return (
    <>
      <Button onClick={() => setOpen('merge')}>{m.findings_merge()}</Button>
      <Button onClick={() => setOpen('edit')}>{m.findings_edit()}</Button>
      <Button type="primary" onClick={() => setOpen('move')}>
        {m.findings_move()}
      </Button>
      {open === 'edit' ? <EditDialog finding={finding} onClose={close} /> : null}
      {open === 'move' ? <MoveDialog finding={finding} onClose={close} /> : null}
      {open === 'merge' ? <MergeDialog finding={finding} onClose={close} /> : null}
    </>
  );
}

interface EditValues {
  readonly title: string;
  readonly description: string;
  readonly severity: FindingSeverity;
  readonly kind: FindingKind | 'none';
  readonly ownerId: string | null;
  readonly dueOn: string | null;
}

function EditDialog({ finding, onClose }: DialogProps) {
  const [form] = Form.useForm<EditValues>();
  const format = useFormat();
  // The version that was read when the dialog was opened.
  const [base] = useState(finding);
  const { locale } = format;
  const save = useMutation({
    mutationFn: ({ title, description, kind, dueOn, severity, ownerId }: EditValues) =>
      call(updateFinding, {
        params: { id: base.id },
        body: {
          ...{ version: base.version, severity, ownerId, kind: kind === 'none' ? null : kind, dueOn: dueOn === '' ? null : dueOn },
          title: title.trim() === format.text(base.title) ? base.title : { zh: title, en: title },
          description: { ...base.description, [locale]: description },
        },
      }),
    meta: { showsError: true, done: m.findings_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  const { severity, kind, ownerId, dueOn } = base;
  return (
    <FormDialog<EditValues>
      title={base.number}
      open
      onClose={onClose}
      form={form}
      initialValues={{
        ...{ title: format.text(base.title), description: base.description[locale] },
        ...{ severity, kind: kind ?? 'none', ownerId, dueOn },
      }}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.findings_save()}
      width={600}
    >
      <FindingItems />
    </FormDialog>
  );
}

interface MoveValues {
  readonly state: FindingState;
  readonly reason: string;
}

function MoveDialog({ finding, onClose }: DialogProps) {
  const [form] = Form.useForm<MoveValues>();
  const { id, state: from, version } = finding;
  const move = useMutation({
    mutationFn: (values: MoveValues) => call(moveFinding, { params: { id }, body: { ...values, version } }),
    meta: { showsError: true, done: m.findings_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<MoveValues>
      title={m.findings_move()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ reason: '' }}
      onSubmit={(values) => move.mutate(values)}
      pending={move.isPending}
      error={move.error}
      submitLabel={m.findings_save()}
    >
      <Form.Item name="state" label={m.findings_move_to()} rules={[{ required: true, message: m.findings_move_to() }]}>
        <Select options={optionsOf(stateWords).filter(({ value }) => value !== from)} />
      </Form.Item>
      <Form.Item name="reason" label={m.findings_reason()} extra={m.findings_reason_needed()}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}

function MergeDialog({ finding, onClose }: DialogProps) {
  const [form] = Form.useForm<{ otherId: string }>();
  const format = useFormat();
  const [q, setQ] = useState('');
  const { data = [], isFetching } = useQuery(findingOptionsQuery(q));
  const { id, version } = finding;
  const merge = useMutation({
    mutationFn: ({ otherId }: { otherId: string }) => call(mergeFindings, { params: { id }, body: { version, otherId } }),
    meta: { showsError: true, done: m.findings_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog
      title={m.findings_merge_title()}
      open
      onClose={onClose}
      form={form}
      initialValues={{}}
      onSubmit={(values) => merge.mutate(values)}
      pending={merge.isPending}
      error={merge.error}
      submitLabel={m.findings_merge()}
    >
      <p>{m.findings_merge_text()}</p>
      <Form.Item name="otherId" label={m.findings_merge_other()} rules={[{ required: true, message: m.findings_merge_other() }]}>
        <Select
          showSearch={{ filterOption: false, onSearch: setQ }}
          loading={isFetching}
          options={data
            .filter((other) => other.id !== id)
            .map((other) => ({ value: other.id, label: `${other.number} ${format.text(other.title)}` }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
