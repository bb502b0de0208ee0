import { DeleteOutlined } from '@ant-design/icons';
import type { DistributionSettings } from '@zhiheng/contract/surveys/distributions';
import { Button, Input, Select } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import styles from './distribute.module.css';

type Hours = DistributionSettings['hours'];

interface Props {
  readonly value?: Hours;
  readonly onChange?: (value: Hours) => void;
}

const week = [1, 2, 3, 4, 5, 6, 7];
const monday = Date.UTC(2024, 0, 1);

/** Days and times when answers are taken; none: always. A field of an antd form. */
export function HoursFields({ value = [], onChange }: Props) {
  const { locale } = useFormat();
  const dayName = (day: number): string =>
    new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en', { weekday: 'short', timeZone: 'UTC' }).format(
      monday + (day - 1) * 86_400_000,
    );
  return (
    <div className={styles.lines}>
      {value.length === 0 ? <span className={styles.quiet}>{m.surveys_hours_always()}</span> : null}
      {value.map((slot, at) => {
        const of = m.surveys_hours_line({ n: String(at + 1) });
        return (
          <div key={at} className={styles.line} role="group" aria-label={of}>
            <Select<number[]>
              aria-label={`${m.surveys_hours_days()} ${of}`}
              className={styles.days ?? ''}
              mode="multiple"
              value={slot.days}
              options={week.map((day) => ({ value: day, label: dayName(day) }))}
              onChange={(days) => (days.length === 0 ? undefined : onChange?.(value.with(at, { ...slot, days: days.toSorted() })))}
            />
            <Input
              aria-label={`${m.surveys_hours_from()} ${of}`}
              type="time"
              style={{ width: 120 }}
              value={slot.from}
              onChange={(event) => onChange?.(value.with(at, { ...slot, from: event.target.value }))}
            />
            <span aria-hidden="true">–</span>
            <Input
              aria-label={`${m.surveys_hours_until()} ${of}`}
              type="time"
              style={{ width: 120 }}
              value={slot.until}
              onChange={(event) => onChange?.(value.with(at, { ...slot, until: event.target.value }))}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={`${m.surveys_build_remove()}: ${of}`}
              onClick={() => onChange?.(value.toSpliced(at, 1))}
            />
          </div>
        );
      })}
      <span>
        <Button
          size="small"
          type="dashed"
          disabled={value.length >= 14}
          onClick={() => onChange?.([...value, { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' }])}
        >
          + {m.surveys_hours_add()}
        </Button>
      </span>
    </div>
  );
}
