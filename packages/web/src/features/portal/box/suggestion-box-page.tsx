import { openSuggestionBox } from '@zhiheng/contract/improvement/suggestions';
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
import { SuggestionForm } from './suggestion-form.tsx';

/** Where somebody without an account suggests something. */
export function SuggestionBoxPage({ code }: { readonly code: string }) {
  const read = useCallback(() => call(openSuggestionBox, { params: { code } }), [code]);
  const { state } = useLoaded(read);
  const [sent, setSent] = useState(false);
  if (state.kind === 'loading')
    return (
      <PortalFrame title={m.suggestions_title()}>
        <Skeleton rows={8} />
      </PortalFrame>
    );
  if (state.kind === 'failed') return <Closed error={state.error} />;
  const { organisation, intro } = state.value;
  if (sent)
    return (
      <PortalFrame organisation={organisation} title={m.suggestions_box_thanks()}>
        <DoorButton quiet onClick={() => setSent(false)}>
          {m.suggestions_box_again()}
        </DoorButton>
      </PortalFrame>
    );
  return (
    <PortalFrame organisation={organisation} title={m.suggestions_box_title({ organisation })} line={intro[currentLocale()]}>
      <SuggestionForm code={code} onSent={() => setSent(true)} />
    </PortalFrame>
  );
}

function Closed({ error }: { readonly error: unknown }) {
  const closed = [404, 422].includes(statusOf(error) ?? 0);
  return (
    <PortalFrame title={closed ? m.suggestions_box_gone() : m.suggestions_title()}>
      {closed ? null : <ProblemAlert error={error} />}
    </PortalFrame>
  );
}
