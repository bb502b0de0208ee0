import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { createReview, updateReview, type Review } from '@zhiheng/contract/improvement/reviews';
import { reviewKind, type ReviewKind } from '@zhiheng/contract/improvement/review-kind';
import { Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { instantInZone, wallTimeIn } from '../../lib/wall-time.ts';
import { m } from '../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../ui/form-dialog.tsx';
import { FormPair } from '../../ui/form-pair.tsx';
import { PeopleSelect } from '../subjects/index.ts';
import { kindWords } from './review-words.ts';

interface Values {
  readonly kind: ReviewKind;
  readonly title: string;
  /** by the clocks of the house */
  readonly at: string;
  readonly minutes: number;
  readonly place: string;
  readonly attendeeIds: string[];
}

interface Props {
  /** undefined: a new one */
  readonly review: Review | undefined;
  readonly onClose: () => void;
}

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

export function ReviewDialog({ review, onClose }: Props) {
  const { zone } = useFormat();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const [day] = useState(() => wallTimeIn(tomorrow(), zone).slice(0, 10));
  const save = useMutation({
    mutationFn: ({ kind, ...values }: Values) => {
      const body = { ...values, at: instantInZone(values.at, zone) };
      return review === undefined
        ? call(createReview, { body: { ...body, kind } })
        : call(updateReview, { params: { id: review.id }, body: { ...body, version: review.version } });
    },
    meta: { showsError: true, done: review === undefined ? m.reviews_planned() : m.reviews_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ id }) => (review === undefined ? navigate({ to: '/app/reviews/$id', params: { id } }) : onClose()),
  });
  return (
    <FormDialog<Values>
      title={review?.title ?? m.reviews_new()}
      open
      onClose={onClose}
      form={form}
      initialValues={
        review === undefined
          ? { kind: 'improvement', title: '', at: `${day}T10:00`, minutes: 60, place: '', attendeeIds: [] }
          : { ...review, at: wallTimeIn(review.at, zone).slice(0, 16) }
      }
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.reviews_save()}
      width={600}
    >
      <Form.Item name="title" label={m.reviews_name()} rules={[{ required: true, whitespace: true, message: m.reviews_name_missing() }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="kind" label={m.reviews_kind()}>
        <Select disabled={review !== undefined} options={reviewKind.options.map((kind) => ({ value: kind, label: kindWords[kind]() }))} />
      </Form.Item>
      <FormPair>
        <Form.Item name="at" label={m.reviews_at()} rules={[{ required: true, message: m.reviews_at_missing() }]}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="minutes" label={m.reviews_minutes()}>
          <InputNumber min={5} max={600} step={15} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </FormPair>
      <Form.Item name="place" label={m.reviews_place()}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="attendeeIds" label={m.reviews_attendees()}>
        <PeopleSelect placeholder={m.reviews_nobody()} />
      </Form.Item>
    </FormDialog>
  );
}
