import type { Form } from '@zhiheng/forms/definition';
import { fieldName, fieldsOf } from '@zhiheng/forms/fields';
import { Select } from 'antd';
import { useFormat } from '../../../../lib/format/use-format.ts';
import { m } from '../../../../paraglide/messages.js';
import { Card } from '../../../../ui/card.tsx';
import { Labelled } from '../../../../ui/labelled.tsx';
import styles from '../responses.module.css';
import type { AnswersTable } from './reading-fields.tsx';

interface Props {
  readonly form: Form;
  readonly file: AnswersTable;
  /** field by column */
  readonly columns: Readonly<Record<string, string>>;
  readonly onChange: (columns: Readonly<Record<string, string>>) => void;
}

/** Which column holds which answer. */
export function ColumnFields({ form, file, columns, onChange }: Props) {
  const { locale } = useFormat();
  const options = fieldsOf(form).map((field) => ({ value: field.key, label: fieldName(form, field, locale) }));
  const choose = (column: string, field: string | undefined) => {
    // One field comes from one column.
    const others = Object.entries(columns).filter(([name, chosen]) => name !== column && chosen !== field);
    onChange(Object.fromEntries(field === undefined ? others : [...others, [column, field]]));
  };
  return (
    <Card title={m.surveys_import_columns()} aside={m.surveys_import_columns_note()}>
      <div className={styles.columns}>
        {file.columns.map((column, at) => (
          <Labelled
            key={`${at} ${column}`}
            label={column}
            help={file.rows
              .slice(0, 3)
              .map((row) => row[at] ?? '')
              .join(' · ')
              .slice(0, 60)}
          >
            {(id) => (
              <Select
                id={id}
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                popupMatchSelectWidth={false}
                placeholder={m.surveys_import_not_taken()}
                value={columns[column] ?? null}
                options={options}
                onChange={(field: string | null | undefined) => choose(column, field ?? undefined)}
              />
            )}
          </Labelled>
        ))}
      </div>
    </Card>
  );
}
