import { Link } from '@tanstack/react-router';
import { fieldSessionCalendar, type FieldSession } from '@zhiheng/contract/fieldwork/sessions';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FactTable } from '../../../ui/fact-table.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { sessionStateTones, sessionStateWords, timeText } from '../fieldwork-words.ts';
import { ParticipantsCard } from './participants-card.tsx';
import styles from '../fieldwork.module.css';

/** When, where and with whom. */
export function DetailsView({ session }: { readonly session: FieldSession }) {
  return (
    <div className={styles.stack}>
      <Clashes session={session} />
      <div className={styles.pair}>
        <FactsCard session={session} />
        <div className={styles.stack}>
          <ParticipantsCard session={session} />
          <MovedCard session={session} />
        </div>
      </div>
    </div>
  );
}

function Clashes({ session: { clashes } }: { readonly session: FieldSession }) {
  const format = useFormat();
  if (clashes.length === 0) return null;
  return (
    <div className={styles.hint} role="note">
      {clashes.map((clash) => (
        <p key={`${clash.sessionId} ${clash.person}`}>
          ▲ {m.fieldwork_clash({ person: clash.person, at: timeText(clash, format) })}{' '}
          <Link to="/app/fieldwork/sessions/$session" params={{ session: clash.sessionId }}>
            {format.text(clash.studyName)} #{clash.number}
          </Link>
        </p>
      ))}
    </div>
  );
}

function FactsCard({ session }: { readonly session: FieldSession }) {
  const format = useFormat();
  const { state, reason, place, serviceName, siteName, teamName, conductor, raters, guideNumber, heldAt } = session;
  const nameOf = (name: FieldSession['siteName']) => (name === null ? '—' : format.text(name));
  return (
    <Card
      title={m.fieldwork_tab_details()}
      actions={
        <a href={fieldSessionCalendar.path.replace(':id', session.id)} download={`${session.studyCode}-${session.number}.ics`}>
          {m.fieldwork_to_calendar()}
        </a>
      }
    >
      <FactTable
        label={m.fieldwork_tab_details()}
        rows={[
          [m.fieldwork_state(), <StatusBadge tone={sessionStateTones[state]}>{sessionStateWords[state]()}</StatusBadge>],
          ...(reason === '' ? [] : [[m.fieldwork_reason(), reason] as const]),
          [m.fieldwork_time(), <span className="tabular">{timeText(session, format)}</span>],
          ...(heldAt === null ? [] : [[m.fieldwork_held_at(), format.dateTime(heldAt)] as const]),
          [m.fieldwork_place(), place === '' ? '—' : place],
          [m.fieldwork_service(), nameOf(serviceName)],
          [m.fieldwork_site(), nameOf(siteName)],
          [m.fieldwork_team(), nameOf(teamName)],
          [m.fieldwork_conductor(), conductor ?? m.fieldwork_nobody()],
          [m.fieldwork_raters(), raters.length === 0 ? m.fieldwork_nobody() : format.list(raters.map(({ name }) => name))],
          [
            m.fieldwork_guide(),
            guideNumber === null ? m.fieldwork_guide_newest() : m.fieldwork_guide_version({ n: format.number(guideNumber) }),
          ],
        ]}
      />
    </Card>
  );
}

function MovedCard({ session: { moved } }: { readonly session: FieldSession }) {
  const format = useFormat();
  if (moved.length === 0) return null;
  return (
    <Card title={m.fieldwork_moved()}>
      <ul className={styles.people}>
        {moved.map(({ from, to, at, by }) => (
          <li key={at}>
            <span className="tabular">
              {format.dateTime(from)} → {format.dateTime(to)}
            </span>
            <span className={styles.small}>{[format.dateTime(at), by ?? ''].filter((part) => part !== '').join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
