import { ArrowDownOutlined, ArrowUpOutlined, HolderOutlined } from '@ant-design/icons';
import { valueLevel } from '@zhiheng/contract/customers/customers';
import { Button, Select } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { levelWords } from '../customer-words.ts';
import type { DraftRule } from './rules-draft.ts';
import { TestList } from './test-list.tsx';
import look from '../../../ui/rule-list.module.css';
import styles from './rules.module.css';

interface Props {
  readonly rule: DraftRule;
  readonly place: number;
  readonly last: boolean;
  /** how many customers it would have; undefined until that is known */
  readonly next: number | undefined;
  readonly onChange: ((rule: DraftRule) => void) | null;
  readonly onMove: (by: -1 | 1) => void;
  readonly onDrag: (starts: boolean) => void;
}

export function RuleCard({ rule, place, last, next, onChange, onMove, onDrag }: Props) {
  const format = useFormat();
  const name = format.text(rule.name);
  return (
    <>
      <div className={look.head}>
        {onChange === null ? null : (
          <span
            className={styles.grip}
            draggable
            title={m.customers_rules_drag()}
            aria-hidden="true"
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', rule.code);
              onDrag(true);
            }}
            onDragEnd={() => onDrag(false)}
          >
            <HolderOutlined />
          </span>
        )}
        <span className={look.place}>{place + 1}</span>
        <h2 className={styles.name}>{name}</h2>
        <LevelField rule={rule} name={name} onChange={onChange} />
        <span className={styles.count}>{countWords(rule.customers, next, format.number)}</span>
        {onChange === null ? null : (
          <span className={look.moves}>
            <Button
              type="text"
              icon={<ArrowUpOutlined />}
              aria-label={m.customers_rules_up({ name })}
              disabled={place === 0}
              onClick={() => onMove(-1)}
            />
            <Button
              type="text"
              icon={<ArrowDownOutlined />}
              aria-label={m.customers_rules_down({ name })}
              disabled={last}
              onClick={() => onMove(1)}
            />
          </span>
        )}
      </div>
      <TestList name={name} tests={rule.tests} onChange={onChange === null ? null : (tests) => onChange({ ...rule, tests })} />
    </>
  );
}

function countWords(now: number, next: number | undefined, number: (value: number) => string): string {
  if (next === undefined || next === now) return m.customers_rules_count({ n: number(now) });
  return m.customers_rules_count_next({ from: number(now), to: number(next) });
}

function LevelField({ rule, name, onChange }: Pick<Props, 'rule' | 'onChange'> & { readonly name: string }) {
  if (onChange === null) return rule.level === null ? null : <span className={styles.level}>{levelWords[rule.level]()}</span>;
  return (
    <Select<NonNullable<DraftRule['level']> | 'none'>
      aria-label={m.customers_rules_level_of({ name })}
      style={{ width: 120 }}
      value={rule.level ?? 'none'}
      onChange={(level) => onChange({ ...rule, level: level === 'none' ? null : level })}
      options={[
        { value: 'none', label: m.customers_level_none() },
        ...valueLevel.options.map((level) => ({ value: level, label: levelWords[level]() })),
      ]}
    />
  );
}
