import { dayOrder, timeGrain } from '@zhiheng/contract/measurement/imports';
import { Select } from 'antd';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { ColumnSelect } from './column-select.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import type { MappingPart } from './mapping-part.ts';
import styles from './wizard.module.css';
import { ZoneSelect } from '../../ui/zone-select.tsx';

type Grain = (typeof timeGrain.options)[number];
type Order = (typeof dayOrder.options)[number];

const grainWords: Readonly<Record<Grain, () => string>> = {
  instant: m.imports_grain_instant,
  day: m.imports_grain_day,
  month: m.imports_grain_month,
  quarter: m.imports_grain_quarter,
  year: m.imports_grain_year,
};
const orderWords: Readonly<Record<Order, () => string>> = { 'day-first': m.imports_day_first, 'month-first': m.imports_month_first };

/** When something was observed, and what identifies it. */
export function TimeCard({ draft, columns, onChange }: MappingPart) {
  const { time } = draft;
  const set = (part: Partial<typeof time>) => onChange({ time: { ...time, ...part } });
  return (
    <Card title={m.imports_holds_time()}>
      <div className={styles.fields}>
        <Labelled label={m.imports_time()}>
          {(id) => <ColumnSelect id={id} columns={columns} value={time.column} onChange={(column) => set({ column })} />}
        </Labelled>
        <Labelled label={m.imports_time_grain()}>
          {(id) => (
            <Select<Grain>
              id={id}
              value={time.grain}
              options={timeGrain.options.map((value) => ({ value, label: grainWords[value]() }))}
              onChange={(grain) => set({ grain })}
            />
          )}
        </Labelled>
        <Labelled label={m.imports_day_order()}>
          {(id) => (
            <Select<Order>
              id={id}
              value={time.dayOrder}
              options={dayOrder.options.map((value) => ({ value, label: orderWords[value]() }))}
              onChange={(order) => set({ dayOrder: order })}
            />
          )}
        </Labelled>
        <Labelled label={m.imports_zone()} help={m.imports_zone_hint()}>
          {(id) => <ZoneSelect id={id} value={draft.timeZone} onChange={(timeZone) => onChange({ timeZone })} />}
        </Labelled>
        <Labelled label={m.imports_key()} help={draft.rows === 'events' ? m.imports_key_required() : m.imports_key_hint()}>
          {(id) => (
            <Select
              id={id}
              mode="multiple"
              maxCount={5}
              popupMatchSelectWidth={false}
              placeholder={m.imports_choose_column()}
              value={[...draft.key]}
              options={columns.map(({ name }) => ({ value: name, label: name }))}
              onChange={(key: string[]) => onChange({ key })}
            />
          )}
        </Labelled>
      </div>
    </Card>
  );
}
