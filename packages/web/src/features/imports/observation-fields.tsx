import { Select } from 'antd';
import { m } from '../../paraglide/messages.js';
import { ColumnSelect } from './column-select.tsx';
import { IndicatorSelect } from './indicator-select.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import type { MappingPart } from './mapping-part.ts';
import styles from './wizard.module.css';

/** For a list in which every row is one observation. */
export function ObservationFields({ draft, columns, onChange }: MappingPart) {
  return (
    <div className={styles.fields}>
      <Labelled label={m.imports_indicator_source()}>
        {(id) => (
          <Select<'fixed' | 'column'>
            id={id}
            value={draft.indicatorFrom}
            options={[
              { value: 'column', label: m.imports_indicator_column() },
              { value: 'fixed', label: m.imports_indicator_fixed() },
            ]}
            onChange={(indicatorFrom) => onChange({ indicatorFrom, indicator: undefined })}
          />
        )}
      </Labelled>
      <Labelled label={draft.indicatorFrom === 'fixed' ? m.imports_measure_indicator() : m.imports_indicator_column()}>
        {(id) =>
          draft.indicatorFrom === 'fixed' ? (
            <IndicatorSelect
              id={id}
              value={draft.indicator}
              fitting={['number', 'duration', 'share', 'count']}
              onChange={(indicator) => onChange({ indicator })}
            />
          ) : (
            <ColumnSelect id={id} columns={columns} value={draft.indicator} onChange={(indicator) => onChange({ indicator })} />
          )
        }
      </Labelled>
      <Labelled label={m.imports_value_column()}>
        {(id) => <ColumnSelect id={id} columns={columns} value={draft.value} onChange={(value) => onChange({ value })} />}
      </Labelled>
      <Labelled label={m.imports_n_column()} help={m.imports_optional()}>
        {(id) => <ColumnSelect id={id} columns={columns} value={draft.n} onChange={(n) => onChange({ n })} />}
      </Labelled>
      <Labelled label={m.imports_unit_column()} help={m.imports_optional()}>
        {(id) => <ColumnSelect id={id} columns={columns} value={draft.unit} onChange={(unit) => onChange({ unit })} />}
      </Labelled>
    </div>
  );
}
