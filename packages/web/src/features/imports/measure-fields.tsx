import { DeleteOutlined } from '@ant-design/icons';
import type { Measure } from '@zhiheng/contract/measurement/indicator';
import { Button, Select } from 'antd';
import { m } from '../../paraglide/messages.js';
import type { Preview } from './imports.query.ts';
import { IndicatorSelect } from './indicator-select.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import type { MeasureDraft, MeasureKind } from './mapping-draft.ts';
import { MeasureParts } from './measure-parts.tsx';
import styles from './wizard.module.css';

interface Props {
  readonly place: number;
  readonly measure: MeasureDraft;
  readonly columns: Preview['columns'];
  readonly onChange: (measure: MeasureDraft) => void;
  readonly onRemove: () => void;
}

interface KindFace {
  readonly word: () => string;
  /** measures of indicators that it can feed */
  readonly fitting: readonly Measure[];
}
const kinds: Readonly<Record<MeasureKind, KindFace>> = {
  number: { word: m.imports_measure_number, fitting: ['number', 'duration', 'count'] },
  'yes-no': { word: m.imports_measure_yes_no, fitting: ['share'] },
  above: { word: m.imports_measure_above, fitting: ['share'] },
  share: { word: m.imports_measure_share, fitting: ['share'] },
  duration: { word: m.imports_measure_duration, fitting: ['duration'] },
  rows: { word: m.imports_measure_rows, fitting: ['count'] },
};
const kindNames = ['number', 'yes-no', 'above', 'share', 'duration', 'rows'] as const satisfies readonly MeasureKind[];

/** One measure: how it is read, and which indicator it feeds. */
export function MeasureFields({ place, measure, columns, onChange, onRemove }: Props) {
  const set = (part: Partial<MeasureDraft>) => onChange({ ...measure, ...part });
  const remove = m.imports_remove_measure({ n: place });
  return (
    <div className={styles.measure} role="group" aria-label={m.imports_measure_n({ n: place })}>
      <div className={styles.fields}>
        <Labelled label={m.imports_measure_kind()}>
          {(id) => (
            <Select<MeasureKind>
              id={id}
              value={measure.kind}
              options={kindNames.map((value) => ({ value, label: kinds[value].word() }))}
              onChange={(kind) => onChange({ ...measure, kind, indicator: undefined })}
            />
          )}
        </Labelled>
        <Labelled label={m.imports_measure_indicator()}>
          {(id) => (
            <IndicatorSelect
              id={id}
              value={measure.indicator}
              fitting={kinds[measure.kind].fitting}
              onChange={(indicator) => set({ indicator })}
            />
          )}
        </Labelled>
        <MeasureParts measure={measure} columns={columns} onChange={set} />
      </div>
      <Button type="text" icon={<DeleteOutlined />} aria-label={remove} title={remove} onClick={onRemove} />
    </div>
  );
}
