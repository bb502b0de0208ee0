import { Select } from 'antd';
import { m } from '../../paraglide/messages.js';
import { holdsWords } from './holds-words.ts';
import type { Preview } from './imports.query.ts';
import styles from './wizard.module.css';

interface Props {
  readonly id?: string;
  readonly label?: string;
  readonly columns: Preview['columns'];
  readonly value: string | undefined;
  readonly onChange: (column: string | undefined) => void;
}

/** A column of the file; each shows what it holds and an example. */
export function ColumnSelect({ id, label, columns, value, onChange }: Props) {
  const options = columns.map((column) => ({ value: column.name, label: column.name, column }));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      placeholder={m.imports_choose_column()}
      value={value ?? null}
      options={options}
      optionRender={({ data }) => (
        <span>
          {data.column.name} <span className={styles.help}>{`${holdsWords[data.column.holds]()} · ${data.column.example}`}</span>
        </span>
      )}
      onChange={(next: string | null | undefined) => onChange(next ?? undefined)}
    />
  );
}
