import type { AgreementDefinition } from '@zhiheng/contract/agreements/policy';
import { Form, Select } from 'antd';
import { useId, useState } from 'react';
import { useDelayed } from '../../../lib/use-delayed.ts';
import { m } from '../../../paraglide/messages.js';
import { dimensionWords, type ScopeDimension } from '../agreement-words.ts';
import { useChoices } from '../use-names.ts';
import styles from './editor.module.css';

interface Props {
  readonly scope: AgreementDefinition['scope'];
  readonly dimensions: readonly ScopeDimension[];
  readonly onChange: (scope: AgreementDefinition['scope']) => void;
}

/** Every dimension that has values must fit; one without values fits all. */
export function ScopeFields({ scope, dimensions, onChange }: Props) {
  const id = useId();
  const [q, setQ] = useState('');
  const choices = useChoices(useDelayed(q));
  const set = (dimension: ScopeDimension, values: string[]) => {
    const rest = Object.fromEntries(Object.entries(scope).filter(([other]) => other !== dimension));
    onChange(values.length === 0 ? rest : { ...rest, [dimension]: values });
  };
  return (
    <Form layout="vertical" component="div" className={styles.scope ?? ''}>
      {dimensions.map((dimension) => (
        <Form.Item key={dimension} label={dimensionWords[dimension]()} htmlFor={`${id}-${dimension}`}>
          <Select<string[]>
            id={`${id}-${dimension}`}
            mode="multiple"
            allowClear
            maxCount={200}
            value={scope[dimension] ?? []}
            options={[...choices[dimension]]}
            showSearch={dimension === 'customer' ? { filterOption: false, onSearch: setQ } : { optionFilterProp: 'label' }}
            placeholder={m.agreements_scope_any()}
            notFoundContent={m.agreements_nothing_to_choose()}
            onChange={(values) => set(dimension, values)}
          />
        </Form.Item>
      ))}
    </Form>
  );
}
