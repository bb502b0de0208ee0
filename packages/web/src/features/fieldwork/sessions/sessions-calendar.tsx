import { useQuery } from '@tanstack/react-query';
import type { FieldSessionFilter, FieldSessionRow } from '@zhiheng/contract/fieldwork/sessions';
import { Button } from 'antd';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { QueryView } from '../../../ui/query-view.tsx';
import { calendarQuery } from '../fieldwork.query.ts';
import type { SessionsSearch } from '../fieldwork.search.ts';
import { CalendarDay } from './calendar-day.tsx';
import { monthOf, stepFrom, weekdayName, weekOf } from './calendar-days.ts';
import styles from './sessions-calendar.module.css';

interface Props {
  readonly filter: FieldSessionFilter;
  readonly view: 'week' | 'month';
  /** a day in what is shown; today when it is left out */
  readonly on: string | undefined;
  readonly onChange: (part: SessionsSearch) => void;
}

/** A week or a month, day by day; on a phone only the days on which there is something. */
export function SessionsCalendar({ filter, view, on, onChange }: Props) {
  const format = useFormat();
  const today = format.date(new Date().toISOString());
  const day = on ?? today;
  const days = view === 'week' ? weekOf(day) : monthOf(day);
  const [from = day, until = day] = [days[0], days.at(-1)];
  const query = useQuery(calendarQuery({ ...filter, from, until }));
  const title = view === 'month' ? format.period(day.slice(0, 7)) : `${from} – ${until}`;
  const step = (by: 1 | -1) => onChange({ on: stepFrom(day, view, by) });
  return (
    <>
      <div className={styles.steps} role="group" aria-label={m.fieldwork_range()}>
        <Button aria-label={m.fieldwork_earlier()} onClick={() => step(-1)}>
          ←
        </Button>
        <h2 className={styles.title} aria-live="polite">
          {title}
        </h2>
        <Button aria-label={m.fieldwork_later()} onClick={() => step(1)}>
          →
        </Button>
        {days.includes(today) ? null : <Button onClick={() => onChange({ on: undefined })}>{m.fieldwork_today()}</Button>}
      </div>
      <QueryView query={query}>
        {({ items, total }) => (
          <>
            <Days
              days={days}
              view={view}
              items={items}
              month={day.slice(0, 7)}
              today={today}
              onDay={(next) => onChange({ view: 'week', on: next })}
            />
            {items.length === 0 ? <p className={styles.none}>{m.fieldwork_calendar_none()}</p> : null}
            {total > items.length ? (
              <p className={styles.none}>{m.fieldwork_calendar_more({ n: format.number(items.length), total: format.number(total) })}</p>
            ) : null}
          </>
        )}
      </QueryView>
    </>
  );
}

interface DaysProps {
  readonly days: readonly string[];
  readonly view: 'week' | 'month';
  readonly items: readonly FieldSessionRow[];
  readonly month: string;
  readonly today: string;
  readonly onDay: (day: string) => void;
}

function Days({ days, view, items, month, today, onDay }: DaysProps) {
  const format = useFormat();
  const on = byDay(items, format);
  return (
    <>
      <div className={styles.weekdays} aria-hidden="true">
        {days.slice(0, 7).map((day) => (
          <span key={day}>{weekdayName(day, format.locale)}</span>
        ))}
      </div>
      <ol className={styles.days} data-view={view}>
        {days.map((day) => (
          <CalendarDay
            key={day}
            day={day}
            sessions={on.get(day) ?? []}
            isToday={day === today}
            isOutside={view === 'month' && !day.startsWith(month)}
            most={view === 'month' ? 3 : 50}
            onMore={() => onDay(day)}
          />
        ))}
      </ol>
    </>
  );
}

function byDay(items: readonly FieldSessionRow[], format: Format): ReadonlyMap<string, readonly FieldSessionRow[]> {
  const days = new Map<string, FieldSessionRow[]>();
  for (const item of items) {
    const day = format.date(item.startsAt);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return days;
}
