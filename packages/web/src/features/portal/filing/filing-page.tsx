import { openPortal } from '@zhiheng/contract/cases/portal';
import type { Reply } from '@zhiheng/contract/endpoint';
import { useCallback, useState } from 'react';
import { call } from '../../../lib/call.ts';
import { currentLocale } from '../../../lib/locale.ts';
import { statusOf } from '../../../lib/problem-words.ts';
import { m } from '../../../paraglide/messages.js';
import { DoorButton } from '../../../ui/door/door-button.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import { PortalFrame } from '../portal-frame.tsx';
import { useLoaded } from '../use-loaded.ts';
import { FilingForm } from './filing-form.tsx';

export type Portal = Reply<typeof openPortal>;

/** Where somebody without an account says what they need. */
export function FilingPage({ code }: { readonly code: string }) {
  const read = useCallback(() => call(openPortal, { params: { code } }), [code]);
  const { state } = useLoaded(read);
  switch (state.kind) {
    case 'loading':
      return (
        <PortalFrame title={m.portal_file_title()}>
          <Skeleton rows={8} />
        </PortalFrame>
      );
    case 'failed':
      return <Closed error={state.error} />;
    case 'here':
      return <OpenPage code={code} portal={state.value} />;
    default:
      return state satisfies never;
  }
}

function Closed({ error }: { readonly error: unknown }) {
  const closed = [404, 422].includes(statusOf(error) ?? 0);
  return (
    <PortalFrame title={closed ? m.portal_closed_title() : m.portal_file_title()} {...(closed && { line: m.portal_closed_line() })}>
      {closed ? null : <ProblemAlert error={error} />}
    </PortalFrame>
  );
}

function OpenPage({ code, portal }: { readonly code: string; readonly portal: Portal }) {
  const [solved, setSolved] = useState(false);
  const { organisation } = portal;
  if (solved)
    return (
      <PortalFrame organisation={organisation} title={m.portal_solved_title()} line={m.portal_solved_line()}>
        <DoorButton quiet onClick={() => setSolved(false)}>
          {m.portal_file_again()}
        </DoorButton>
      </PortalFrame>
    );
  const intro = portal.intro[currentLocale()];
  return (
    <PortalFrame organisation={organisation} title={m.portal_file_title()} line={intro === '' ? m.portal_file_line() : intro}>
      <FilingForm code={code} portal={portal} onSolved={() => setSolved(true)} />
    </PortalFrame>
  );
}
