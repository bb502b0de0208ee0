import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { FieldSessionState } from '@zhiheng/contract/fieldwork/fieldwork-kinds';
import { deleteFieldSession, moveFieldSession, type FieldSession } from '@zhiheng/contract/fieldwork/sessions';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { useDeletion } from '../../../lib/use-deletion.ts';
import { m } from '../../../paraglide/messages.js';
import buttons from '../../../ui/link-button.module.css';
import { useMay } from '../../identity/index.ts';
import { studyQuery } from '../fieldwork.query.ts';
import { SessionDialog } from '../sessions/session-dialog.tsx';
import { sessionName } from '../sessions/session-names.ts';
import { MoveDialog } from './move-dialog.tsx';

/** What can be done with a session where it stands. */
export function SessionActions({ session }: { readonly session: FieldSession }) {
  const mayWrite = useMay()('fieldwork.write');
  const [asked, setAsked] = useState<FieldSessionState | 'edit' | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      {mayWrite && session.state === 'planned' ? <Button onClick={() => setAsked('edit')}>{m.fieldwork_session_edit()}</Button> : null}
      {session.mayConduct ? <Moves session={session} onAsk={setAsked} /> : null}
      {mayWrite && session.state !== 'held' ? <DeleteButton session={session} /> : null}
      {session.mine === 'to-rate' ? (
        <Link to="/app/fieldwork/sessions/$session/sheet" params={{ session: session.id }} className={buttons.primary}>
          {m.fieldwork_rate_now()}
        </Link>
      ) : null}
      {asked === 'edit' ? <EditDialog session={session} onClose={close} /> : null}
      {asked === 'planned' || asked === 'cancelled' ? <MoveDialog session={session} to={asked} onClose={close} /> : null}
    </>
  );
}

interface MovesProps {
  readonly session: FieldSession;
  readonly onAsk: (to: FieldSessionState) => void;
}

function Moves({ session: { id, version, state }, onAsk }: MovesProps) {
  const hold = useMutation({
    mutationFn: () => call(moveFieldSession, { params: { id }, body: { version, to: 'held' } }),
    meta: { done: m.fieldwork_held_now() },
  });
  if (state !== 'planned') return <Button onClick={() => onAsk('planned')}>{m.fieldwork_plan_again()}</Button>;
  return (
    <>
      <Button onClick={() => onAsk('cancelled')}>{m.fieldwork_cancel_session()}</Button>
      <Button loading={hold.isPending} onClick={() => hold.mutate()}>
        {m.fieldwork_mark_held()}
      </Button>
    </>
  );
}

function DeleteButton({ session }: { readonly session: FieldSession }) {
  const format = useFormat();
  const navigate = useNavigate();
  const { id, studyId } = session;
  const deletion = useDeletion({
    name: sessionName(session, format),
    remove: async () => {
      await call(deleteFieldSession, { params: { id } });
      await navigate({ to: '/app/fieldwork/$id/sessions', params: { id: studyId } });
    },
    restore: () => call(restoreFromTrash, { params: { kind: 'field-session', id } }),
  });
  return (
    <Button danger type="text" loading={deletion.isPending} onClick={() => deletion.mutate()}>
      {m.fieldwork_delete()}
    </Button>
  );
}

/** The form wants to know the study; its dialog waits for it. */
function EditDialog({ session, onClose }: { readonly session: FieldSession; readonly onClose: () => void }) {
  const { data } = useQuery(studyQuery(session.studyId));
  return data === undefined ? null : <SessionDialog study={data} session={session} onClose={onClose} />;
}
