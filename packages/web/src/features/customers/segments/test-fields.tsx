import { DeleteOutlined } from '@ant-design/icons';
import { customerKind } from '@zhiheng/contract/customers/customer-kind';
import { Button, Input, Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { kindWords } from '../customer-words.ts';
import { opsOf, withField, type DraftTest } from './rules-draft.ts';
import { fieldWords, opWords } from './test-words.ts';
import styles from './rules.module.css';

interface Props {
  readonly test: DraftTest;
  /** the segment and the number of the condition, which tell the fields of different conditions apart */
  readonly place: { readonly name: string; readonly n: number };
  readonly onChange: (test: DraftTest) => void;
  readonly onRemove: () => void;
}

const fields = ['annualValue', 'kind', 'since', 'attribute'] as const satisfies readonly DraftTest['field'][];

export function TestFields({ test, place, onChange, onRemove }: Props) {
  return (
    <div className={styles.test}>
      <span className={styles.field}>
        <Select
          aria-label={m.customers_rules_field(place)}
          style={{ width: '100%' }}
          value={test.field}
          onChange={(field) => onChange(withField(test, field))}
          options={fields.map((value) => ({ value, label: fieldWords[value]() }))}
        />
      </span>
      {test.field === 'attribute' ? (
        <Input
          aria-label={m.customers_rules_attribute(place)}
          placeholder={m.customers_attribute_name()}
          className={styles.field}
          maxLength={64}
          value={test.attribute}
          onChange={(event) => onChange({ ...test, attribute: event.target.value })}
        />
      ) : null}
      <span className={styles.op}>
        <Select
          aria-label={m.customers_rules_op(place)}
          style={{ width: '100%' }}
          value={test.op}
          onChange={(op) => onChange({ ...test, op })}
          options={opsOf(test.field).map((value) => ({ value, label: opWords[value]() }))}
        />
      </span>
      {test.field === 'kind' ? (
        <span className={styles.field}>
          <Select
            aria-label={m.customers_rules_value(place)}
            style={{ width: '100%' }}
            value={test.value}
            onChange={(value) => onChange({ ...test, value })}
            options={customerKind.options.map((value) => ({ value, label: kindWords[value]() }))}
          />
        </span>
      ) : (
        <Input
          aria-label={m.customers_rules_value(place)}
          className={styles.field}
          inputMode={test.field === 'attribute' ? 'text' : 'decimal'}
          status={test.value.trim() === '' ? 'warning' : ''}
          maxLength={200}
          value={test.value}
          onChange={(event) => onChange({ ...test, value: event.target.value })}
        />
      )}
      <Button type="text" icon={<DeleteOutlined />} aria-label={m.customers_rules_remove_test(place)} onClick={onRemove} />
    </div>
  );
}
