import { InputNumber } from 'antd';
import { Labelled } from '../../../ui/labelled.tsx';
import { useBuilder } from './builder-context.ts';
import styles from './fields.module.css';

interface Props {
  readonly label: string;
  readonly value: number | undefined;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** undefined when it was emptied */
  readonly onChange: (value: number | undefined) => void;
}

export function NumberField({ label, value, min, max, step = 1, onChange }: Props) {
  const { readOnly } = useBuilder();
  return (
    <Labelled label={label}>
      {(id) => (
        <InputNumber
          id={id}
          className={styles.narrow ?? ''}
          readOnly={readOnly}
          min={min}
          max={max}
          step={step}
          value={value ?? null}
          onChange={(next) => onChange(next ?? undefined)}
        />
      )}
    </Labelled>
  );
}
