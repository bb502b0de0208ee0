import { Select } from 'antd';
import { useMemo } from 'react';
import { timeZonesByRegion } from '../lib/time-zones.ts';

interface Props {
  readonly id: string;
  readonly value: string;
  readonly onChange: (zone: string) => void;
}

/** An IANA time zone, by region. */
export function ZoneSelect({ id, value, onChange }: Props) {
  const options = useMemo(
    () =>
      [...timeZonesByRegion(new Date(), value)].map(([region, zones]) => ({
        label: region,
        options: zones.map(({ zone, label }) => ({ value: zone, label })),
      })),
    [value],
  );
  return (
    <Select
      id={id}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={value}
      options={options}
      onChange={onChange}
    />
  );
}
