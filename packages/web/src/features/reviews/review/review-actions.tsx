import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { cancelReview, holdReview, reviewCalendar, type Review } from '@zhiheng/contract/improvement/reviews';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { saveFile } from '../../../lib/save-file.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { useMay } from '../../identity/index.ts';
import { ReviewDialog } from '../review-dialog.tsx';

export function ReviewActions({ review }: { readonly review: Review }) {
  const may = useMay();
  const { locale } = useFormat();
  const [open, setOpen] = useState<'edit' | 'cancel' | null>(null);
  const { id, version, state } = review;
  const fetchFile = useMutation({
    mutationFn: () => call(reviewCalendar, { params: { id }, query: { locale } }),
    onSuccess: ({ name, text }) => saveFile(name, new Blob([text], { type: 'text/calendar' })),
  });
  const hold = useMutation({ mutationFn: () => call(holdReview, { params: { id }, body: { version } }), meta: { done: m.reviews_held() } });
  const canChange = may('improvement.write') && state === 'planned';
  return (
    <>
      <Link to="/app/reviews">{m.reviews_back()}</Link>
      <Button loading={fetchFile.isPending} onClick={() => fetchFile.mutate()}>
        {m.reviews_calendar()}
      </Button>
      <Button onClick={() => globalThis.print()}>{m.reviews_print()}</Button>
      {canChange ? (
        <>
          <Button onClick={() => setOpen('edit')}>{m.reviews_edit()}</Button>
          <Button onClick={() => setOpen('cancel')}>{m.reviews_cancel()}</Button>
          <Button type="primary" loading={hold.isPending} onClick={() => hold.mutate()}>
            {m.reviews_hold()}
          </Button>
        </>
      ) : null}
      {open === 'edit' ? <ReviewDialog review={review} onClose={() => setOpen(null)} /> : null}
      {open === 'cancel' ? <CancelDialog review={review} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function CancelDialog({ review: { id, version }, onClose }: { readonly review: Review; readonly onClose: () => void }) {
  const [form] = Form.useForm<{ reason: string }>();
  const cancel = useMutation({
    mutationFn: ({ reason }: { reason: string }) => call(cancelReview, { params: { id }, body: { version, reason } }),
    meta: { showsError: true, done: m.reviews_cancelled() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<{ reason: string }>
      title={m.reviews_cancel()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ reason: '' }}
      onSubmit={(values) => cancel.mutate(values)}
      pending={cancel.isPending}
      error={cancel.error}
      submitLabel={m.reviews_cancel()}
    >
      <Form.Item
        name="reason"
        label={m.reviews_reason()}
        rules={[{ required: true, whitespace: true, message: m.reviews_reason_missing() }]}
      >
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
