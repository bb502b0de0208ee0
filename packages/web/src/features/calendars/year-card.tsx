import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { publishedHolidays, type CalendarDefinition } from '@zhiheng/contract/agreements/calendars';
import { Button, Space } from 'antd';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { showToast } from '../../lib/toast.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { takeOver, type Override } from './year-days.ts';
import { YearLegend } from './year-legend.tsx';
import { YearView } from './year-view.tsx';
import styles from './calendar-page.module.css';

interface Props {
  readonly year: number;
  readonly today: string;
  readonly definition: CalendarDefinition;
  readonly onYear: (year: number) => void;
  /** undefined: only to be looked at */
  readonly onDay: ((date: string) => void) | undefined;
  readonly onOverrides: (overrides: Override[]) => void;
}

export function YearCard({ year, today, definition, onYear, onDay, onOverrides }: Props) {
  const format = useFormat();
  const { overrides } = definition;
  const holidays = useMutation({
    mutationFn: () => call(publishedHolidays, { query: { year } }),
    onSuccess: ({ items }) => {
      onOverrides(takeOver(overrides, items));
      const words = { year: String(year), n: format.number(items.length) };
      if (items.length === 0) showToast({ tone: 'bad', words: m.calendars_holidays_none(words) });
      else showToast({ tone: 'good', words: m.calendars_holidays_added(words) });
    },
  });
  return (
    <Card
      title={m.calendars_year({ year: String(year) })}
      actions={
        <>
          {onDay === undefined ? null : (
            <>
              <Button loading={holidays.isPending} onClick={() => holidays.mutate()}>
                {m.calendars_holidays_add({ year: String(year) })}
              </Button>
              <Button onClick={() => onDay(today.startsWith(String(year)) ? today : `${year}-01-01`)}>{m.calendars_days_add()}</Button>
            </>
          )}
          <Space.Compact>
            <Button icon={<LeftOutlined />} aria-label={m.calendars_year_before()} onClick={() => onYear(year - 1)} />
            <Button icon={<RightOutlined />} aria-label={m.calendars_year_after()} onClick={() => onYear(year + 1)} />
          </Space.Compact>
        </>
      }
    >
      <YearLegend year={year} overrides={overrides} />
      <YearView year={year} today={today} definition={definition} onDay={onDay} />
      {onDay === undefined ? null : <p className={styles.keys}>{m.calendars_keys()}</p>}
    </Card>
  );
}
