import { InputNumber, Select } from 'antd';
import { Labelled } from '../../../ui/labelled.tsx';
import styles from './in-depth.module.css';

interface ChooseProps<T extends string> {
  readonly label: string;
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T | null) => void;
  readonly clearable?: boolean;
}

/** One of several. */
export function Choose<T extends string>({ label, value, options, onChange, clearable = false }: ChooseProps<T>) {
  return (
    <Labelled label={label}>
      {(id) => (
        <Select<T>
          id={id}
          aria-label={label}
          value={value as T}
          options={[...options]}
          allowClear={clearable}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          onChange={(next: T | undefined) => onChange(next ?? null)}
        />
      )}
    </Labelled>
  );
}

interface SeveralProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: readonly string[]) => void;
}

/** Any of several. */
export function ChooseSeveral({ label, value, options, onChange }: SeveralProps) {
  return (
    <div className={styles.wide}>
      <Labelled label={label}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            aria-label={label}
            value={[...value]}
            options={[...options]}
            maxTagCount="responsive"
            showSearch={{ optionFilterProp: 'label' }}
            style={{ width: '100%' }}
            onChange={(next: string[]) => onChange(next)}
          />
        )}
      </Labelled>
    </div>
  );
}

interface NumberProps {
  readonly label: string;
  readonly value: number | null;
  /** lowest, highest, step */
  readonly range: readonly [number, number, number];
  /** what happens without a number */
  readonly placeholder?: string;
  readonly onChange: (value: number | null) => void;
}

/** A number within its range. */
export function NumberOf({ label, value, range: [min, max, step], placeholder = '', onChange }: NumberProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <InputNumber id={id} {...{ min, max, step, placeholder, value, onChange }} precision={step < 1 ? 2 : 0} style={{ width: '100%' }} />
      )}
    </Labelled>
  );
}
