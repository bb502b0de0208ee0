import { readByLink, type CustomerCase } from '@zhiheng/contract/cases/portal';
import { useCallback } from 'react';
import { call } from '../../../lib/call.ts';
import { formatDateTime, type Reading } from '../../../lib/format/date.ts';
import { currentLocale } from '../../../lib/locale.ts';
import { statusOf } from '../../../lib/problem-words.ts';
import { m } from '../../../paraglide/messages.js';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Skeleton } from '../../../ui/states.tsx';
import { PortalFrame } from '../portal-frame.tsx';
import { typeWords } from '../portal-words.ts';
import styles from '../portal.module.css';
import { useLoaded } from '../use-loaded.ts';
import { ConfirmCard } from './confirm-card.tsx';
import { KeepLink } from './keep-link.tsx';
import { MessageForm } from './message-form.tsx';
import { ProgressCard } from './progress-card.tsx';
import { RatingCard } from './rating-card.tsx';
import { Thread } from './thread.tsx';

/** A case for its customer: where it stands, what was promised, what was said, and what one can do. */
export function CustomerCasePage({ token }: { readonly token: string }) {
  const read = useCallback(() => call(readByLink, { params: { token } }), [token]);
  const { state, again } = useLoaded(read);
  switch (state.kind) {
    case 'loading':
      return (
        <PortalFrame title={m.portal_state()}>
          <Skeleton rows={6} />
        </PortalFrame>
      );
    case 'failed':
      return <LinkOver error={state.error} />;
    case 'here':
      return <CaseView token={token} shown={state.value} onDone={again} />;
    default:
      return state satisfies never;
  }
}

/** Malformed, replaced or taken back: the same for whoever holds it. */
function LinkOver({ error }: { readonly error: unknown }) {
  const over = [404, 422].includes(statusOf(error) ?? 0);
  return (
    <PortalFrame title={m.portal_link_over_title()} {...(over && { line: m.portal_link_over() })}>
      {over ? null : <ProblemAlert error={error} />}
    </PortalFrame>
  );
}

interface ViewProps {
  readonly token: string;
  readonly shown: CustomerCase;
  readonly onDone: () => Promise<void>;
}

function CaseView({ token, shown, onDone }: ViewProps) {
  const reading: Reading = { locale: currentLocale(), zone: shown.timeZone };
  const { number, may, rating } = shown;
  const line = m.portal_case_line({ number, type: typeWords[shown.type](), at: formatDateTime(shown.openedAt, reading) });
  return (
    <PortalFrame organisation={shown.organisation} title={shown.subject} line={line}>
      {globalThis.location.hash === '#new' ? <KeepLink number={number} /> : null}
      <ProgressCard shown={shown} reading={reading} />
      {may.confirm ? <ConfirmCard token={token} asksRating={may.rateAgain} onDone={onDone} /> : null}
      {may.rate || rating !== null ? <RatingCard token={token} rating={rating} onDone={onDone} /> : null}
      <section className={styles.card} aria-label={m.portal_thread()}>
        <h2>{m.portal_thread()}</h2>
        <Thread token={token} shown={shown} reading={reading} />
      </section>
      {may.write ? <MessageForm token={token} solved={shown.state === 'solved'} onDone={onDone} /> : <Over shown={shown} />}
    </PortalFrame>
  );
}

const Over = ({ shown }: { readonly shown: CustomerCase }) =>
  shown.state === 'closed' || shown.state === 'cancelled' ? <p className={styles.help}>{m.portal_over()}</p> : null;
