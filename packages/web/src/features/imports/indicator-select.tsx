import { useQuery } from '@tanstack/react-query';
import type { Measure } from '@zhiheng/contract/measurement/indicator';
import { Select } from 'antd';
import { unitWord } from '../../lib/figures/unit-words.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { indicatorsQuery } from '../indicators/index.ts';

interface Props {
  readonly id: string;
  readonly value: string | undefined;
  /** measures that fit; others are not offered */
  readonly fitting: readonly Measure[];
  readonly onChange: (code: string | undefined) => void;
}

export function IndicatorSelect({ id, value, fitting, onChange }: Props) {
  const format = useFormat();
  const { data } = useQuery(indicatorsQuery);
  const options = (data ?? [])
    .filter((indicator) => fitting.includes(indicator.measure))
    .map((indicator) => ({
      value: indicator.code,
      label: [format.text(indicator.name), unitWord(indicator.unit, format.locale)].filter(Boolean).join(' · '),
    }));
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      placeholder={m.imports_choose_indicator()}
      value={value ?? null}
      options={options}
      onChange={(next: string | null | undefined) => onChange(next ?? undefined)}
    />
  );
}
