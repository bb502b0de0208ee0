import { useMutation } from '@tanstack/react-query';
import type { CallInput } from '@zhiheng/contract/endpoint';
import { createNeed, deleteNeed, restoreNeed, updateNeed, type CustomerNeed } from '@zhiheng/contract/feedback/needs';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useDeletion } from '../../../lib/use-deletion.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { NeedFields } from './need-fields.tsx';
import { emptyNeed, valuesOf, type NeedValues } from './need-values.ts';

interface Props {
  readonly open: string | undefined;
  readonly need: CustomerNeed | undefined;
  readonly onClose: () => void;
}

export function NeedDialog({ open, need, onClose }: Props) {
  if (open === undefined || (open !== 'new' && need === undefined)) return null;
  return <OpenDialog key={open} need={open === 'new' ? undefined : need} onClose={onClose} />;
}

function OpenDialog({ need, onClose }: Omit<Props, 'open'>) {
  const [form] = Form.useForm<NeedValues>();
  // The version that was read when the dialog was opened.
  const [base] = useState(need);
  const save = useMutation({
    mutationFn: (values: NeedValues) => saveNeed(values, base),
    meta: { showsError: true, done: m.shell_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog
      title={base === undefined ? m.feedback_need_new() : m.feedback_need_edit()}
      open
      width={720}
      onClose={onClose}
      form={form}
      initialValues={base === undefined ? emptyNeed : valuesOf(base)}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.shell_save()}
    >
      <NeedFields known={base !== undefined} />
      {base === undefined ? null : <ToTrash need={base} onDone={onClose} />}
    </FormDialog>
  );
}

/** Without a question first: what is in the trash comes back by 撤销. */
function ToTrash({ need, onDone }: { readonly need: CustomerNeed; readonly onDone: () => void }) {
  const params = { id: need.id };
  const deletion = useDeletion({
    name: need.name,
    remove: () => call(deleteNeed, { params }).then(onDone),
    restore: () => call(restoreNeed, { params }),
  });
  return (
    <Button danger type="text" loading={deletion.isPending} onClick={() => deletion.mutate()}>
      {m.feedback_need_trash()}
    </Button>
  );
}

type Created = NonNullable<CallInput<typeof createNeed>['body']>;

function saveNeed({ sources, state, handedTo, stateNote, ...values }: NeedValues, base: CustomerNeed | undefined): Promise<CustomerNeed> {
  const body = {
    ...values,
    serviceId: values.serviceId ?? null,
    segmentId: values.segmentId ?? null,
    ownScore: values.ownScore ?? null,
    targetScore: values.targetScore ?? null,
    sources: (sources ?? []).map(({ feedbackId = null, words = '', url = '' }) => ({ feedbackId, words, url })),
  } satisfies Created;
  return base === undefined
    ? call(createNeed, { body })
    : call(updateNeed, { params: { id: base.id }, body: { ...body, state, handedTo, stateNote, version: base.version } });
}
