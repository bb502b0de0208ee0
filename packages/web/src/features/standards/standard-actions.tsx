import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { deleteStandard, dropStandardDraft, submitStandard, type Standard } from '@zhiheng/contract/standards/standards';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { useDeletion } from '../../lib/use-deletion.ts';
import { m } from '../../paraglide/messages.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import buttons from '../../ui/link-button.module.css';
import { useMay } from '../identity/index.ts';
import { ApproveDialog, ReturnDialog } from './judge-dialogs.tsx';

/** What the reader can do with a standard as it stands. */
export function StandardActions({ standard }: { readonly standard: Standard }) {
  const may = useMay();
  const open = standard.versions.find(({ state }) => state !== 'approved');
  return (
    <>
      {may('standards.write') ? <WriterActions standard={standard} /> : null}
      {open?.state === 'waiting' && may('standards.approve') ? <JudgeActions standard={standard} number={open.number} /> : null}
    </>
  );
}

function WriterActions({ standard }: { readonly standard: Standard }) {
  const format = useFormat();
  const navigate = useNavigate();
  const { id, version, open } = standard;
  const params = { id };
  const submit = useMutation({
    mutationFn: () => call(submitStandard, { params, body: { version } }),
    meta: { done: m.standards_submitted() },
  });
  const deletion = useDeletion({
    name: format.text(standard.name),
    remove: () => call(deleteStandard, { params }).then(() => navigate({ to: '/app/standards' })),
    restore: () => call(restoreFromTrash, { params: { kind: 'standard', id } }),
  });
  return (
    <>
      <Button danger type="text" loading={deletion.isPending} onClick={() => deletion.mutate()}>
        {m.standards_to_trash()}
      </Button>
      {open === null ? null : <DropButton standard={standard} />}
      {open === 'waiting' ? null : (
        <Link to="/app/standards/$id/edit" params={params} className={buttons.plain}>
          {open === null ? m.standards_edit() : m.standards_edit_draft()}
        </Link>
      )}
      {open === 'draft' ? (
        <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate()}>
          {m.standards_submit()}
        </Button>
      ) : null}
    </>
  );
}

/** The first version stays: without it there is no standard. */
function DropButton({ standard: { id, versions } }: { readonly standard: Standard }) {
  const [asks, setAsks] = useState(false);
  const drop = useMutation({
    mutationFn: () => call(dropStandardDraft, { params: { id } }),
    meta: { done: m.standards_dropped() },
    onSettled: () => setAsks(false),
  });
  const [newest] = versions;
  if (newest === undefined || newest.number === 1) return null;
  return (
    <>
      <Button type="text" onClick={() => setAsks(true)}>
        {m.standards_drop()}
      </Button>
      <ConfirmDialog
        title={m.standards_drop_title({ n: newest.number })}
        open={asks}
        onClose={() => setAsks(false)}
        onConfirm={() => drop.mutate()}
        confirmLabel={m.standards_drop()}
        pending={drop.isPending}
      >
        {m.standards_drop_text()}
      </ConfirmDialog>
    </>
  );
}

function JudgeActions({ standard, number }: { readonly standard: Standard; readonly number: number }) {
  const [dialog, setDialog] = useState<'approve' | 'return' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <Button onClick={() => setDialog('return')}>{m.standards_return()}</Button>
      <Button type="primary" disabled={!standard.mayApprove} onClick={() => setDialog('approve')}>
        {m.standards_approve()}
      </Button>
      {dialog === 'approve' ? <ApproveDialog standard={standard} number={number} onClose={close} /> : null}
      {dialog === 'return' ? <ReturnDialog standard={standard} number={number} onClose={close} /> : null}
    </>
  );
}
