import { useMutation } from '@tanstack/react-query';
import { updateReview, type Review } from '@zhiheng/contract/improvement/reviews';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { useMay } from '../../identity/index.ts';
import styles from '../reviews.module.css';

/** What was said. */
export function RecordCard({ review }: { readonly review: Review }) {
  const may = useMay();
  const [open, setOpen] = useState(false);
  const { record, state } = review;
  const write =
    may('improvement.write') && state !== 'cancelled' ? <Button onClick={() => setOpen(true)}>{m.reviews_record_write()}</Button> : null;
  return (
    <Card title={m.reviews_record()} actions={write}>
      <p className={record === '' ? styles.note : styles.prose}>{record === '' ? m.reviews_record_none() : record}</p>
      {open ? <RecordDialog review={review} onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}

function RecordDialog({ review: { id, version, record }, onClose }: { readonly review: Review; readonly onClose: () => void }) {
  const [form] = Form.useForm<{ record: string }>();
  const save = useMutation({
    mutationFn: (values: { record: string }) => call(updateReview, { params: { id }, body: { version, ...values } }),
    meta: { showsError: true, done: m.reviews_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<{ record: string }>
      title={m.reviews_record()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ record }}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.reviews_save()}
      width={720}
    >
      <Form.Item name="record" label={m.reviews_record()}>
        <Input.TextArea rows={12} maxLength={20_000} />
      </Form.Item>
    </FormDialog>
  );
}
