import { CloseOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { m } from '../../../../paraglide/messages.js';
import type { Comparison } from '../../draft/condition-group.ts';
import { useBuilder } from '../builder-context.ts';
import type { Reference } from '../references.ts';
import { newComparison, opsOf, opWords, valueOf, withOp, type Op } from './comparison-fields.ts';
import { ComparisonValue } from './comparison-value.tsx';
import styles from './logic.module.css';

interface Props {
  readonly comparison: Comparison;
  readonly references: readonly Reference[];
  readonly onChange: (comparison: Comparison, touched?: string) => void;
  readonly onRemove: () => void;
}

/** One comparison, read as a sentence. */
export function ComparisonLine({ comparison, references, onChange, onRemove }: Props) {
  const { readOnly } = useBuilder();
  const reference = references.find(({ key }) => key === comparison.field);
  const choose = (key: string) => {
    const next = references.find((each) => each.key === key);
    if (next !== undefined) onChange(newComparison(next));
  };
  const ops = reference === undefined ? [comparison.op] : opsOf(reference);
  return (
    <div className={styles.line}>
      <Select
        className={styles.field ?? ''}
        aria-label={m.surveys_logic_field()}
        disabled={readOnly}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        status={reference === undefined ? 'error' : ''}
        value={comparison.field}
        options={[
          ...(reference === undefined ? [{ value: comparison.field, label: comparison.field }] : []),
          ...references.map(({ key, label }) => ({ value: key, label })),
        ]}
        onChange={choose}
      />
      <Select<Op>
        aria-label={m.surveys_logic_op()}
        disabled={readOnly}
        popupMatchSelectWidth={false}
        value={comparison.op}
        options={ops.map((value) => ({ value, label: opWords[value]() }))}
        onChange={(op) => onChange(withOp(op, comparison.field, valueOf(comparison, reference?.field ?? null)))}
      />
      <ComparisonValue comparison={comparison} reference={reference} onChange={onChange} />
      {readOnly ? null : (
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={m.surveys_logic_remove({ name: reference?.label ?? comparison.field })}
          onClick={onRemove}
        />
      )}
    </div>
  );
}
