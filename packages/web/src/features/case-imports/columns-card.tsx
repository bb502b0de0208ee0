import { caseRows, type CaseColumn, type CaseFilePreview, type CaseImportMapping } from '@zhiheng/contract/cases/case-imports';
import { Select } from 'antd';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { columnsFor, columnWords } from './column-words.ts';
import styles from './case-imports.module.css';

export interface MappingPart {
  readonly preview: CaseFilePreview;
  readonly mapping: CaseImportMapping;
  readonly onChange: (mapping: CaseImportMapping) => void;
}

const rowWords: Readonly<Record<CaseImportMapping['rows'], () => string>> = {
  cases: m.case_imports_rows_cases,
  events: m.case_imports_rows_events,
  changes: m.case_imports_rows_changes,
};

/** Which column says what of a case. */
export function ColumnsCard({ preview, mapping, onChange }: MappingPart) {
  const options = preview.columns.map(({ name, example }) => ({ value: name, label: name, example }));
  const choose = (field: CaseColumn, column: string | undefined) => {
    const { [field]: _before, ...others } = mapping.columns;
    const columns = column === undefined ? others : { ...others, [field]: column };
    onChange({ ...mapping, columns });
  };
  return (
    <Card title={m.case_imports_columns()} aside={m.case_imports_columns_note()}>
      <div className={styles.fields}>
        <Labelled label={m.case_imports_rows()}>
          {(id) => (
            <Select
              id={id}
              value={mapping.rows}
              popupMatchSelectWidth={false}
              options={caseRows.options.map((value) => ({ value, label: rowWords[value]() }))}
              onChange={(rows) => onChange({ ...mapping, rows })}
            />
          )}
        </Labelled>
        <Labelled label={m.case_imports_key()}>
          {(id) => (
            <ColumnSelect id={id} value={mapping.key} options={options} onChange={(key = mapping.key) => onChange({ ...mapping, key })} />
          )}
        </Labelled>
        {columnsFor(mapping.rows).map((field) => (
          <Labelled key={field} label={columnWords[field]()}>
            {(id) => (
              <ColumnSelect
                id={id}
                clearable
                value={mapping.columns[field]}
                options={options}
                onChange={(column) => choose(field, column)}
              />
            )}
          </Labelled>
        ))}
      </div>
    </Card>
  );
}

interface ColumnSelectProps {
  readonly id: string;
  readonly value: string | undefined;
  readonly options: { value: string; label: string; example: string }[];
  readonly clearable?: boolean;
  readonly onChange: (column: string | undefined) => void;
}

/** A column of the file, with an example of what stands in it. */
function ColumnSelect({ id, value, options, clearable = false, onChange }: ColumnSelectProps) {
  return (
    <Select
      id={id}
      allowClear={clearable}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      placeholder={m.case_imports_choose()}
      value={value ?? null}
      options={options}
      optionRender={({ data }) => (
        <span>
          {data.label} <span className={styles.quiet}>{data.example}</span>
        </span>
      )}
      onChange={(next: string | null | undefined) => onChange(next ?? undefined)}
    />
  );
}
