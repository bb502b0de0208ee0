import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { faceWords, kindMarks } from './day-faces.ts';
import { monthsOf, stepFrom, weekdayOf, type YearDay } from './year-days.ts';
import type { CalendarDefinition } from '@zhiheng/contract/agreements/calendars';
import styles from './year-view.module.css';

interface Props {
  readonly year: number;
  readonly today: string;
  readonly definition: Pick<CalendarDefinition, 'week' | 'overrides'>;
  /** undefined: only to be looked at */
  readonly onDay: ((date: string) => void) | undefined;
}

/** Twelve small months. One stop of the Tab key; inside, arrows go by day and week, Page Up and Page Down by month. */
export function YearView({ year, today, definition, onDay }: Props) {
  const months = useMemo(() => monthsOf(year, definition), [year, definition]);
  const [at, setAt] = useState<string>();
  const frame = useRef<HTMLDivElement>(null);
  const current = at?.startsWith(`${year}-`) === true ? at : today.startsWith(`${year}-`) ? today : `${year}-01-01`;
  const move = (event: KeyboardEvent) => {
    const next = stepFrom(current, event.key);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    frame.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
  };
  return (
    <div className={styles.year} ref={frame} role="group" aria-label={m.calendars_year_label({ year: String(year) })} onKeyDown={move}>
      {months.map((days, month) => (
        <Month
          key={month}
          month={`${year}-${String(month + 1).padStart(2, '0')}`}
          days={days}
          current={current}
          today={today}
          onDay={(date) => {
            setAt(date);
            onDay?.(date);
          }}
        />
      ))}
    </div>
  );
}

interface MonthProps {
  readonly month: string;
  readonly days: readonly YearDay[];
  readonly current: string;
  readonly today: string;
  readonly onDay: (date: string) => void;
}

const weekdayLetters = [
  m.calendars_letter_monday,
  m.calendars_letter_tuesday,
  m.calendars_letter_wednesday,
  m.calendars_letter_thursday,
  m.calendars_letter_friday,
  m.calendars_letter_saturday,
  m.calendars_letter_sunday,
];

function Month({ month, days, current, today, onDay }: MonthProps) {
  const format = useFormat();
  const first = days[0];
  const name = format.period(month);
  return (
    <section className={styles.month} aria-label={name}>
      <h3 className={styles.name}>{name}</h3>
      <div className={styles.days}>
        {weekdayLetters.map((letter, day) => (
          <span key={day} className={styles.weekday} aria-hidden="true">
            {letter()}
          </span>
        ))}
        {days.map((day) => (
          <button
            key={day.date}
            type="button"
            data-date={day.date}
            // Drawn, not text: the name of the button says it in words.
            data-mark={day.face === 'working' || day.face === 'closed' ? undefined : kindMarks[day.face]()}
            className={`${styles.day} ${styles[day.face] ?? ''}`}
            style={day === first ? { gridColumnStart: weekdayOf(day.date) + 1 } : undefined}
            tabIndex={day.date === current ? 0 : -1}
            aria-current={day.date === today ? 'date' : undefined}
            // What is seen stands first in what is heard: one can say it to a voice control.
            aria-label={`${Number(day.date.slice(8))} ${dayLabel(day, format)}`}
            title={dayLabel(day, format)}
            onClick={() => onDay(day.date)}
          >
            {Number(day.date.slice(8))}
          </button>
        ))}
      </div>
    </section>
  );
}

/** `2026-10-01 国庆节（公共假日）` */
function dayLabel({ date, face, overrides }: YearDay, format: Format): string {
  const names = overrides.flatMap(({ name }) => (name === undefined ? [] : [format.text(name)]));
  return [date, ...new Set(names), faceWords[face]()].join(' ');
}
