import { readAccessLink } from '@zhiheng/contract/identity/accounts';
import type { Reply } from '@zhiheng/contract/endpoint';
import { useEffect, useState } from 'react';
import { call } from '../../../lib/call.ts';
import { statusOf } from '../../../lib/problem-words.ts';
import { m } from '../../../paraglide/messages.js';
import { DoorPage } from '../../../ui/door/door-page.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import door from '../../../ui/door/door.module.css';
import { LinkForm } from './link-form.tsx';

export type AccessLink = Reply<typeof readAccessLink>;
type State = { kind: 'loading' } | { kind: 'open'; link: AccessLink } | { kind: 'failed'; error: unknown };

/** An invitation or a reset link: the person sets a password and is signed in. */
export function LinkPage({ token }: { readonly token: string }) {
  const state = useAccessLink(token);
  switch (state.kind) {
    case 'loading':
      return (
        <DoorPage title={m.shell_link_title()}>
          <Skeleton rows={4} />
        </DoorPage>
      );
    case 'failed':
      return (
        <DoorPage title={m.shell_link_title()}>
          <LinkFailure error={state.error} />
        </DoorPage>
      );
    case 'open':
      return <LinkForm token={token} link={state.link} />;
    default:
      return state satisfies never;
  }
}

/** Malformed, used up or run out: the same for whoever holds it. */
function LinkFailure({ error }: { readonly error: unknown }) {
  return (
    <div className={door.form}>
      {[404, 422].includes(statusOf(error) ?? 0) ? <p>{m.shell_link_over()}</p> : <ProblemAlert error={error} />}
      <a href="/sign-in">{m.shell_to_sign_in()}</a>
    </div>
  );
}

function useAccessLink(token: string): State {
  const [state, setState] = useState<State>({ kind: 'loading' });
  useEffect(() => {
    call(readAccessLink, { params: { token } }).then(
      (link) => setState({ kind: 'open', link }),
      (error: unknown) => setState({ kind: 'failed', error }),
    );
  }, [token]);
  return state;
}
