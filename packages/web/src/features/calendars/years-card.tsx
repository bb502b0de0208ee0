import { useQuery } from '@tanstack/react-query';
import type { CalendarDefinition } from '@zhiheng/contract/agreements/calendars';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { calendarCheckQuery } from './calendars.query.ts';
import { weekdayWords } from './week-text.ts';
import styles from './calendar-page.module.css';

/** Working days and hours of each year as the clock counts them, and what is wrong with the calendar. */
export function YearsCard({ definition, year }: { readonly definition: CalendarDefinition; readonly year: number }) {
  const format = useFormat();
  const query = useQuery(calendarCheckQuery(definition));
  return (
    <Card title={m.calendars_years()}>
      <QueryView query={query}>
        {({ faults, years }) => (
          <>
            {faults.length === 0 ? null : (
              <ul className={styles.faults} role="alert">
                {faults.map(({ code, params }, index) => (
                  <li key={index}>
                    <span aria-hidden="true">■</span> {faultWords(code, params)}
                  </li>
                ))}
              </ul>
            )}
            {years.length === 0 ? null : (
              <PlainTable
                label={m.calendars_years()}
                columns={[m.calendars_year_column(), m.calendars_working_days(), m.calendars_working_hours()]}
                rows={years.map((row) => ({
                  key: String(row.year),
                  cells: [
                    row.year === year ? <strong key="year">{row.year}</strong> : String(row.year),
                    format.number(row.workingDays),
                    format.number(row.workingHours, Number.isInteger(row.workingHours) ? 0 : 1),
                  ],
                }))}
              />
            )}
          </>
        )}
      </QueryView>
    </Card>
  );
}

/** Which day a fault speaks of, in front of what is wrong there. */
function faultWords(code: string, params: Readonly<Record<string, string | number>>): string {
  const words = m.calendars_fault({ code });
  const place = params['date'] ?? params['where'] ?? params['zone'];
  return place === undefined ? words : m.calendars_fault_at({ place: placeWords(String(place)), words });
}

function placeWords(place: string): string {
  if (place === 'makeUpHours') return m.calendars_make_up_hours();
  const [, day] = /^week\.(\d)$/.exec(place) ?? [];
  return day === undefined ? place : (weekdayWords[Number(day)]?.() ?? place);
}
