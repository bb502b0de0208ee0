import { InputNumber, Select } from 'antd';
import { m } from '../../paraglide/messages.js';
import { ColumnSelect } from './column-select.tsx';
import type { Preview } from './imports.query.ts';
import { Labelled } from '../../ui/labelled.tsx';
import type { MeasureDraft, MeasureKind } from './mapping-draft.ts';

interface Props {
  readonly measure: MeasureDraft;
  readonly columns: Preview['columns'];
  readonly onChange: (part: Partial<MeasureDraft>) => void;
}

type Part = 'column' | 'unit' | 'yes' | 'limit' | 'of' | 'from' | 'to';

const parts: Readonly<Record<MeasureKind, readonly Part[]>> = {
  number: ['column', 'unit'],
  'yes-no': ['column', 'yes'],
  above: ['column', 'limit'],
  share: ['column', 'of'],
  duration: ['from', 'to'],
  rows: [],
};

/** The fields that a kind of measure needs beside its indicator. */
export function MeasureParts(props: Props) {
  return parts[props.measure.kind].map((part) => {
    const Field = fields[part];
    return <Field key={part} {...props} />;
  });
}

const fields: Readonly<Record<Part, (props: Props) => React.ReactNode>> = {
  column: (props) => <ColumnField {...props} part="column" label={m.imports_measure_column()} />,
  of: (props) => <ColumnField {...props} part="of" label={m.imports_measure_of()} />,
  from: (props) => <ColumnField {...props} part="from" label={m.imports_measure_from()} />,
  to: (props) => <ColumnField {...props} part="to" label={m.imports_measure_to()} />,
  unit: UnitField,
  yes: YesField,
  limit: LimitField,
};

function ColumnField({
  measure,
  columns,
  onChange,
  part,
  label,
}: Props & { readonly part: 'column' | 'of' | 'from' | 'to'; readonly label: string }) {
  return (
    <Labelled label={label}>
      {(id) => <ColumnSelect id={id} columns={columns} value={measure[part]} onChange={(column) => onChange({ [part]: column })} />}
    </Labelled>
  );
}

function UnitField({ measure, onChange }: Props) {
  return (
    <Labelled label={m.imports_measure_unit()}>
      {(id) => (
        <Select
          id={id}
          allowClear
          placeholder={m.imports_measure_unit_same()}
          value={measure.unit ?? null}
          options={['s', 'min', 'h', 'd'].map((value) => ({ value, label: value }))}
          onChange={(unit: string | null | undefined) => onChange({ unit: unit ?? undefined })}
        />
      )}
    </Labelled>
  );
}

function YesField({ measure, onChange }: Props) {
  return (
    <Labelled label={m.imports_measure_yes()} help={m.imports_measure_yes_hint()}>
      {(id) => (
        <Select
          id={id}
          mode="tags"
          open={false}
          suffixIcon={null}
          value={[...measure.yes]}
          onChange={(yes: string[]) => onChange({ yes })}
        />
      )}
    </Labelled>
  );
}

function LimitField({ measure, onChange }: Props) {
  return (
    <Labelled label={m.imports_measure_limit()}>
      {(id) => (
        <InputNumber
          id={id}
          style={{ width: '100%' }}
          value={measure.limit ?? null}
          onChange={(limit) => onChange({ limit: limit ?? undefined })}
        />
      )}
    </Labelled>
  );
}
