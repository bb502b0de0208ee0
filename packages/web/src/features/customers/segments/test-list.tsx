import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { kindWords } from '../customer-words.ts';
import { newTest, type DraftTest } from './rules-draft.ts';
import { TestFields } from './test-fields.tsx';
import { fieldWords, opWords } from './test-words.ts';
import styles from './rules.module.css';

interface Props {
  /** of the segment */
  readonly name: string;
  readonly tests: readonly DraftTest[];
  readonly onChange: ((tests: readonly DraftTest[]) => void) | null;
}

/** What a customer must fulfil, all of it. */
export function TestList({ name, tests, onChange }: Props) {
  return (
    <div className={styles.tests}>
      <p className={styles.quiet}>{tests.length === 0 ? m.customers_rules_by_hand_only() : m.customers_rules_when()}</p>
      {onChange === null ? (
        <ul>
          {tests.map((test) => (
            <li key={test.key}>{testWords(test)}</li>
          ))}
        </ul>
      ) : (
        <>
          {tests.map((test, index) => (
            <TestFields
              key={test.key}
              test={test}
              place={{ name, n: index + 1 }}
              onChange={(changed) => onChange(tests.with(index, changed))}
              onRemove={() => onChange(tests.toSpliced(index, 1))}
            />
          ))}
          <span>
            <Button size="small" icon={<PlusOutlined />} disabled={tests.length >= 10} onClick={() => onChange([...tests, newTest()])}>
              {m.customers_rules_add_test()}
            </Button>
          </span>
        </>
      )}
    </div>
  );
}

function testWords({ field, attribute, op, value }: DraftTest): string {
  const subject = field === 'attribute' ? attribute : fieldWords[field]();
  const object = field === 'kind' ? kindWords[value === 'person' ? 'person' : 'organisation']() : value;
  return `${subject} ${opWords[op]()} ${object}`;
}
