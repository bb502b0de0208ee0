import { useMutation } from '@tanstack/react-query';
import { reopenFieldSheet, type FieldSheet } from '@zhiheng/contract/fieldwork/sheets';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { RowActions } from '../../../ui/row-actions.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { sheetStateTones, sheetStateWords } from '../fieldwork-words.ts';
import styles from '../fieldwork.module.css';

interface Props {
  readonly sheet: FieldSheet;
  readonly isOwn: boolean;
  readonly mayReopen: boolean;
}

export function SheetLine({ sheet, isOwn, mayReopen }: Props) {
  const format = useFormat();
  const [asks, setAsks] = useState(false);
  const { rater, state, score, submittedAt, savedAt, reopenedFor } = sheet;
  const facts = [
    score === null ? '' : m.fieldwork_score_of({ n: format.number(score, 1) }),
    format.dateTime(submittedAt ?? savedAt),
    state === 'reopened' ? reopenedFor : '',
  ];
  return (
    <li>
      <span>
        <strong>{isOwn ? m.fieldwork_own_sheet({ name: rater }) : rater}</strong>{' '}
        <span className={styles.grey}>{facts.filter((fact) => fact !== '').join(' · ')}</span>
      </span>
      <span>
        <StatusBadge tone={sheetStateTones[state]}>{sheetStateWords[state]()}</StatusBadge>{' '}
        {mayReopen && state === 'submitted' ? (
          <RowActions actions={[{ label: m.fieldwork_reopen(), of: rater, onClick: () => setAsks(true) }]} />
        ) : null}
      </span>
      {asks ? <ReopenDialog sheet={sheet} onClose={() => setAsks(false)} /> : null}
    </li>
  );
}

interface Values {
  readonly reason: string;
}

function ReopenDialog({ sheet: { id, version, rater }, onClose }: { readonly sheet: FieldSheet; readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const reopen = useMutation({
    mutationFn: ({ reason }: Values) => call(reopenFieldSheet, { params: { id }, body: { version, reason } }),
    meta: { showsError: true, done: m.fieldwork_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={m.fieldwork_reopen_title({ name: rater })}
      open
      onClose={onClose}
      form={form}
      initialValues={{ reason: '' }}
      onSubmit={(values) => reopen.mutate(values)}
      pending={reopen.isPending}
      error={reopen.error}
      submitLabel={m.fieldwork_reopen()}
    >
      <Form.Item
        name="reason"
        label={m.fieldwork_reason()}
        extra={m.fieldwork_reopen_help()}
        rules={[{ required: true, whitespace: true, message: m.fieldwork_reason_missing() }]}
      >
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
