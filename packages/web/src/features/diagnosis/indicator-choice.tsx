import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { indicatorsQuery } from '../indicators/index.ts';

interface Props {
  readonly id?: string;
  readonly value?: string | undefined;
  readonly onChange?: (code: string) => void;
}

/** Chooses an indicator by its name; also a form field of antd. */
export function IndicatorChoice({ id, value, onChange }: Props) {
  const format = useFormat();
  const { data = [] } = useQuery(indicatorsQuery);
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      aria-label={m.diagnosis_indicator()}
      placeholder={m.diagnosis_choose_indicator()}
      style={{ minWidth: 220 }}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? null}
      options={data.map(({ code, name }) => ({ value: code, label: format.text(name) }))}
      onChange={(code: string | null) => {
        if (code !== null) onChange?.(code);
      }}
    />
  );
}
