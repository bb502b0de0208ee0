import { useMutation } from '@tanstack/react-query';
import { closeFieldStudy, getFieldStudy, type FieldStudy } from '@zhiheng/contract/fieldwork/studies';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';

const PlanDialog = lazy(() => import('./plan-dialog.tsx').then((module) => ({ default: module.PlanDialog })));

/** Edits the plan; closes the study or opens it again. */
export function StudyActions({ study }: { readonly study: FieldStudy }) {
  const [edits, setEdits] = useState(false);
  return (
    <>
      {study.state === 'draft' ? null : <CloseButton study={study} />}
      <Button onClick={() => setEdits(true)}>{m.fieldwork_edit_plan()}</Button>
      {edits ? (
        <Suspense>
          <PlanDialog study={study} onClose={() => setEdits(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

function CloseButton({ study: { id, name, state } }: { readonly study: FieldStudy }) {
  const format = useFormat();
  const close = useMutation({
    // Whoever takes it back has another version before them by then.
    mutationFn: async (closed: boolean) => {
      const { version } = await call(getFieldStudy, { params: { id } });
      return call(closeFieldStudy, { params: { id }, body: { version, closed } });
    },
    onSuccess: (_, closed) =>
      showToast({
        tone: 'good',
        words: closed ? m.fieldwork_closed_now({ name: format.text(name) }) : m.fieldwork_opened_now({ name: format.text(name) }),
        undo: { label: m.shell_undo(), run: () => close.mutate(!closed) },
      }),
  });
  const isClosed = state === 'closed';
  return (
    <Button loading={close.isPending} onClick={() => close.mutate(!isClosed)}>
      {isClosed ? m.fieldwork_open_again() : m.fieldwork_close()}
    </Button>
  );
}
