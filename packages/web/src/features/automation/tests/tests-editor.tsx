import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { newTest, type DraftTest, type Op, type Value } from './draft-test.ts';
import { opWords, valueLabel } from './test-words.ts';
import { opsOf, type RuleField } from './use-rule-fields.ts';
import styles from './tests.module.css';

interface Props {
  /** what the tests belong to, for those who listen */
  readonly of: string;
  readonly tests: readonly DraftTest[];
  readonly fields: readonly RuleField[];
  readonly eventTypes?: readonly string[];
  readonly onChange: (tests: readonly DraftTest[]) => void;
}

const most = 10;
const noEvents: readonly string[] = [];

/** Conditions, one a line: all of them must hold. */
export function TestsEditor({ of, tests, fields, eventTypes = noEvents, onChange }: Props) {
  const [first] = fields;
  return (
    <div className={styles.tests} role="group" aria-label={m.automation_tests_of({ name: of })}>
      {tests.length === 0 ? <p className={styles.quiet}>{m.automation_tests_none()}</p> : null}
      {tests.map((test, at) => (
        <TestLine
          key={test.key}
          lead={at === 0 ? m.automation_if() : m.automation_and()}
          test={test}
          fields={fields}
          eventTypes={eventTypes}
          onChange={(changed) => onChange(tests.with(at, changed))}
          onRemove={() => onChange(tests.toSpliced(at, 1))}
        />
      ))}
      {tests.length >= most || first === undefined ? null : (
        <Button
          type="dashed"
          size="small"
          icon={<PlusOutlined />}
          onClick={() => onChange([...tests, newTest(first.field, opsOf(first, eventTypes)[0] ?? 'is')])}
        >
          {m.automation_add_test()}
        </Button>
      )}
    </div>
  );
}

interface LineProps {
  readonly lead: string;
  readonly test: DraftTest;
  readonly fields: readonly RuleField[];
  readonly eventTypes: readonly string[];
  readonly onChange: (test: DraftTest) => void;
  readonly onRemove: () => void;
}

function TestLine({ lead, test, fields, eventTypes, onChange, onRemove }: LineProps) {
  const field = fields.find((one) => one.field === test.field);
  const ops = field === undefined ? [test.op] : opsOf(field, eventTypes);
  const choose = (name: string) => {
    const next = fields.find((one) => one.field === name);
    if (next !== undefined) onChange({ ...newTest(name, opsOf(next, eventTypes)[0] ?? 'is'), key: test.key });
  };
  return (
    <div className={styles.line}>
      <span className={styles.lead}>{lead}</span>
      <Select
        className={styles.field ?? ''}
        aria-label={m.automation_test_field()}
        showSearch={{ optionFilterProp: 'label' }}
        value={test.field}
        options={[
          ...(field === undefined ? [{ value: test.field, label: test.field }] : []),
          ...fields.map((one) => ({ value: one.field, label: one.label })),
        ]}
        onChange={choose}
      />
      <Select<Op>
        className={styles.op ?? ''}
        aria-label={m.automation_test_op()}
        value={test.op}
        options={ops.map((value) => ({ value, label: opWords[value]() }))}
        onChange={(op) => onChange({ ...test, op })}
      />
      <ValueField test={test} field={field} onChange={onChange} />
      <Button
        type="text"
        icon={<CloseOutlined />}
        aria-label={m.automation_remove_test({ name: field?.label ?? test.field })}
        onClick={onRemove}
      />
    </div>
  );
}

interface ValueProps {
  readonly test: DraftTest;
  readonly field: RuleField | undefined;
  readonly onChange: (test: DraftTest) => void;
}

function ValueField({ test, field, onChange }: ValueProps) {
  if (test.op === 'changed') return <span className={styles.values} />;
  if (test.op === 'at-least' || test.op === 'at-most') {
    return (
      <Input
        className={styles.values ?? ''}
        inputMode="decimal"
        aria-label={m.automation_test_value()}
        value={test.number}
        onChange={({ target }) => onChange({ ...test, number: target.value })}
      />
    );
  }
  return <ChoiceField test={test} field={field} onChange={onChange} />;
}

/** Values that are known, or that are typed. */
function ChoiceField({ test, field, onChange }: ValueProps) {
  const free = field === undefined || field.kind !== 'choice';
  // The list box knows texts; a value may be nothing at all.
  const options = [...new Set([...knownValues(field), ...test.values])].map((value) => ({
    value: JSON.stringify(value),
    label: valueLabel(field, value),
  }));
  return (
    <Select<string[]>
      className={styles.values ?? ''}
      mode={free ? 'tags' : 'multiple'}
      aria-label={m.automation_test_value()}
      placeholder={free ? m.automation_test_type() : m.automation_test_choose()}
      showSearch={{ optionFilterProp: 'label' }}
      tokenSeparators={free ? [',', '，'] : []}
      value={test.values.map((value) => JSON.stringify(value))}
      options={options}
      onChange={(chosen) => onChange({ ...test, values: chosen.map(valueFrom) })}
    />
  );
}

function knownValues(field: RuleField | undefined): readonly Value[] {
  if (field === undefined) return [];
  const values = field.options.map(({ value }) => value);
  return field.optional ? [...values, null] : values;
}

/** What was typed is a text; what was chosen is the JSON of a value. */
function valueFrom(text: string): Value {
  try {
    const value: unknown = JSON.parse(text);
    return value === null || typeof value === 'string' || typeof value === 'boolean' ? value : text;
  } catch {
    return text;
  }
}
