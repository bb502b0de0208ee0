import { Link } from '@tanstack/react-router';
import type { FieldSessionRow } from '@zhiheng/contract/fieldwork/sessions';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { sessionStateWords, timeText } from '../fieldwork-words.ts';
import { weekdayName } from './calendar-days.ts';
import { placeText } from './session-names.ts';
import styles from './sessions-calendar.module.css';

interface Props {
  readonly day: string;
  readonly sessions: readonly FieldSessionRow[];
  readonly isToday: boolean;
  /** belongs to the month before or after */
  readonly isOutside: boolean;
  readonly most: number;
  readonly onMore: () => void;
}

const marks = { planned: '○', held: '●', cancelled: '×' } as const;

export function CalendarDay({ day, sessions, isToday, isOutside, most, onMore }: Props) {
  const { locale } = useFormat();
  const more = sessions.length - most;
  const classes = [styles.day, isToday ? styles.today : '', isOutside ? styles.outside : '', sessions.length === 0 ? styles.empty : ''];
  return (
    <li className={classes.join(' ')}>
      <time dateTime={day} className={styles.date} aria-current={isToday ? 'date' : undefined}>
        <span className={styles.weekday}>{weekdayName(day, locale)} </span>
        <span className={styles.full}>{day}</span>
        <span className={styles.short} aria-hidden="true">
          {Number(day.slice(8))}
        </span>
      </time>
      {sessions.slice(0, most).map((session) => (
        <SessionChip key={session.id} session={session} />
      ))}
      {more > 0 ? (
        <button type="button" className={styles.more} onClick={onMore}>
          {m.fieldwork_more_n({ n: String(more) })}
        </button>
      ) : null}
    </li>
  );
}

function SessionChip({ session }: { readonly session: FieldSessionRow }) {
  const format = useFormat();
  const { id, state, studyName, number, conductor } = session;
  const place = placeText(session, format);
  return (
    <Link
      to="/app/fieldwork/sessions/$session"
      params={{ session: id }}
      className={`${styles.chip} ${styles[state] ?? ''}`}
      title={[timeText(session, format), place, conductor ?? ''].filter((word) => word !== '').join(' · ')}
    >
      <span className={styles.hour}>
        <span aria-hidden="true">{marks[state]}</span> {format.dateTime(session.startsAt).slice(11)}
      </span>{' '}
      <span className={styles.what}>
        {format.text(studyName)} #{number}
      </span>
      <span className="visually-hidden"> {sessionStateWords[state]()}</span>
      <span className={styles.where}>{place}</span>
    </Link>
  );
}
