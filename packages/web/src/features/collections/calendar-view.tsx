import { useQuery } from '@tanstack/react-query';
import type { DueEntry } from '@zhiheng/contract/measurement/collections';
import { Button } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { QueryView } from '../../ui/query-view.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { calendarQuery } from './collections.query.ts';
import { DueGroup } from './due-group.tsx';
import styles from './calendar-view.module.css';
import { comingDays, monthDays, pastDays } from './month-days.ts';
import { stepPeriod } from './period-step.ts';

interface Props {
  /** undefined: the present one */
  readonly month: string | undefined;
  readonly onMonth: (month: string | undefined) => void;
}

const mostOverdue = 20;

/** What is due in a month, by day; without a month, what is overdue and what comes next. */
export function CalendarView({ month, onMonth }: Props) {
  const format = useFormat();
  const today = format.date(new Date().toISOString());
  const shown = month ?? today.slice(0, 7);
  const query = useQuery(calendarQuery(month === undefined ? comingDays(today) : monthDays(month)));
  return (
    <>
      <div className={styles.months} role="group" aria-label={m.collections_range_label()}>
        <Button aria-label={m.collections_previous_month()} onClick={() => onMonth(stepPeriod(shown, -1))}>
          ←
        </Button>
        <h2 className={styles.month} aria-live="polite">
          {month === undefined ? m.collections_coming() : format.period(month)}
        </h2>
        <Button aria-label={m.collections_next_month()} onClick={() => onMonth(stepPeriod(shown, 1))}>
          →
        </Button>
        {month === undefined ? null : <Button onClick={() => onMonth(undefined)}>{m.collections_today()}</Button>}
      </div>
      {month === undefined ? <Overdue today={today} /> : null}
      <QueryView query={query}>
        {(entries) => {
          const listed = month === undefined ? entries.filter(({ state }) => state !== 'overdue') : entries;
          if (listed.length === 0)
            return (
              <EmptyState
                title={month === undefined ? m.collections_none_coming() : m.collections_none_month()}
                words={m.collections_none_month_text()}
              />
            );
          return byDay(listed).map(([day, due]) => (
            <DueGroup
              key={day}
              title={m.collections_due_heading({ date: day })}
              aside={day === today ? m.collections_due_today() : undefined}
              entries={due}
            />
          ));
        }}
      </QueryView>
    </>
  );
}

function Overdue({ today }: { readonly today: string }) {
  const format = useFormat();
  const { data = [] } = useQuery(calendarQuery(pastDays(today)));
  const overdue = data.filter(({ state }) => state === 'overdue').toReversed();
  if (overdue.length === 0) return null;
  const more = overdue.length > mostOverdue ? m.collections_overdue_more({ n: format.number(mostOverdue) }) : undefined;
  return (
    <DueGroup title={m.collections_overdue_group()} aside={more ?? format.number(overdue.length)} entries={overdue.slice(0, mostOverdue)} />
  );
}

function byDay(entries: readonly DueEntry[]): [string, DueEntry[]][] {
  const days = new Map<string, DueEntry[]>();
  for (const entry of entries) days.set(entry.dueOn, [...(days.get(entry.dueOn) ?? []), entry]);
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1));
}
