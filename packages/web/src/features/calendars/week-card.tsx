import type { CalendarDefinition } from '@zhiheng/contract/agreements/calendars';
import { Button, Select } from 'antd';
import { useId, useMemo } from 'react';
import { timeZonesByRegion } from '../../lib/time-zones.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { SpansField } from './spans-field.tsx';
import { weekdayWords } from './week-text.ts';
import styles from './calendar-page.module.css';

interface Props {
  readonly definition: CalendarDefinition;
  readonly disabled: boolean;
  readonly onChange: (part: Partial<CalendarDefinition>) => void;
}

/** The hours of each weekday, of make-up days, and the zone in which they are read. */
export function WeekCard({ definition, disabled, onChange }: Props) {
  const { week, makeUpHours, zone } = definition;
  const monday = week[0] ?? [];
  const likeMonday = week.map((spans, day) => (day < 5 ? monday : spans));
  return (
    <Card
      title={m.calendars_week()}
      actions={
        disabled ? undefined : (
          <Button size="small" onClick={() => onChange({ week: likeMonday })}>
            {m.calendars_copy_monday()}
          </Button>
        )
      }
    >
      <p className={styles.hint}>{m.calendars_hours_hint()}</p>
      {week.map((spans, day) => (
        <SpansField
          key={day}
          label={weekdayWords[day]?.() ?? ''}
          spans={spans}
          disabled={disabled}
          onChange={(next) => onChange({ week: week.with(day, next) })}
        />
      ))}
      <SpansField
        label={m.calendars_make_up_hours()}
        spans={makeUpHours}
        disabled={disabled}
        onChange={(next) => onChange({ makeUpHours: next })}
      />
      <ZoneField zone={zone} disabled={disabled} onChange={(next) => onChange({ zone: next })} />
    </Card>
  );
}

interface ZoneProps {
  readonly zone: string;
  readonly disabled: boolean;
  readonly onChange: (zone: string) => void;
}

function ZoneField({ zone, disabled, onChange }: ZoneProps) {
  const id = useId();
  const options = useMemo(
    () =>
      [...timeZonesByRegion(new Date(), zone)].map(([label, list]) => ({
        label,
        options: list.map((one) => ({ value: one.zone, label: one.label })),
      })),
    [zone],
  );
  return (
    <div className={styles.zone}>
      <label htmlFor={id}>{m.calendars_zone()}</label>
      <Select id={id} showSearch={{ optionFilterProp: 'label' }} disabled={disabled} value={zone} options={options} onChange={onChange} />
    </div>
  );
}
