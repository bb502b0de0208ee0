import { useQuery } from '@tanstack/react-query';
import { plannedLooks, verificationBucket, verificationMethod } from '@zhiheng/contract/verification/verification-kind';
import { Form, Input, InputNumber, Select } from 'antd';
import { unitWord } from '../../../lib/figures/unit-words.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormGrid } from '../../../ui/form-grid.tsx';
import { FormSection } from '../../../ui/form-section.tsx';
import { useMay } from '../../identity/index.ts';
import { indicatorsQuery } from '../../indicators/index.ts';
import { SubjectFilterBar } from '../../subjects/index.ts';
import styles from '../verification.module.css';
import { bucketWords, lookWords, methodHelp, methodWords } from '../verification-words.ts';
import { isCompared, type PlanValues, type Scopes } from './plan-values.ts';

const required = [{ required: true, message: m.verification_missing() }];
const wide = { width: '100%' };

interface WhatProps {
  readonly scopes: Scopes;
  readonly onScopes: (scopes: Scopes) => void;
  readonly unit: string;
}

export function WhatItems({ scopes, onScopes, unit }: WhatProps) {
  const format = useFormat();
  const may = useMay();
  const method = Form.useWatch<PlanValues['method'] | undefined>('method');
  const { data = [] } = useQuery({ ...indicatorsQuery, enabled: may('measurement.read') });
  const change = (part: keyof Scopes) => (next: Scopes['slice']) => onScopes({ ...scopes, [part]: { ...scopes[part], ...next } });
  return (
    <FormSection title={m.verification_section_what()}>
      <FormGrid>
        <Form.Item name="indicator" label={m.verification_indicator()} rules={required}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={data.map(({ code, name }) => ({ value: code, label: format.text(name) }))}
          />
        </Form.Item>
        <Form.Item name="expectedChange" label={m.verification_expected()} extra={m.verification_expected_help()} rules={required}>
          <InputNumber min={0} style={wide} suffix={unitWord(unit, format.locale)} />
        </Form.Item>
      </FormGrid>
      <Form.Item name="method" label={m.verification_method()} extra={method === undefined ? undefined : methodHelp[method]()}>
        <Select options={verificationMethod.options.map((one) => ({ value: one, label: methodWords[one]() }))} />
      </Form.Item>
      <Scope
        label={method === 'ab-test' ? m.verification_scope_a() : m.verification_scope()}
        value={scopes.slice}
        onChange={change('slice')}
      />
      {isCompared(method) ? (
        <Scope
          label={method === 'ab-test' ? m.verification_scope_b() : m.verification_scope_comparison()}
          value={scopes.comparison}
          onChange={change('comparison')}
        />
      ) : null}
      <Form.Item name="pickedAmong" label={m.verification_picked()} extra={m.verification_picked_help()}>
        <Select<PlanValues['pickedAmong']>
          options={[
            { value: null, label: m.verification_picked_none() },
            { value: 'service', label: m.verification_picked_service() },
            { value: 'team', label: m.verification_picked_team() },
            { value: 'site', label: m.verification_picked_site() },
            { value: 'segment', label: m.verification_picked_segment() },
          ]}
        />
      </Form.Item>
      <Form.Item name="title" label={m.verification_title_label()}>
        <Input maxLength={200} />
      </Form.Item>
    </FormSection>
  );
}

interface ScopeProps {
  readonly label: string;
  readonly value: Scopes['slice'];
  readonly onChange: (change: Scopes['slice']) => void;
}

function Scope({ label, value, onChange }: ScopeProps) {
  return (
    <div className={styles.scope} role="group" aria-label={label}>
      <p className={styles.scopeName}>{label}</p>
      <SubjectFilterBar value={value} onChange={onChange} />
    </div>
  );
}

export function WhenItems() {
  return (
    <FormSection title={m.verification_section_when()} note={m.verification_start_help()}>
      <FormGrid>
        <Form.Item name="bucket" label={m.verification_bucket()}>
          <Select options={verificationBucket.options.map((one) => ({ value: one, label: bucketWords[one]() }))} />
        </Form.Item>
        <Form.Item name="periods" label={m.verification_periods()} rules={required}>
          <InputNumber min={3} max={120} precision={0} style={wide} />
        </Form.Item>
        <Form.Item name="baselineFrom" label={m.verification_baseline_from()} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="startOn" label={m.verification_start_on()} rules={required}>
          <Input type="date" />
        </Form.Item>
      </FormGrid>
    </FormSection>
  );
}

export function HowItems() {
  const format = useFormat();
  const method = Form.useWatch<PlanValues['method'] | undefined>('method');
  const shares = (values: readonly number[]) => values.map((value) => ({ value, label: format.percent(100 * value, 0) }));
  return (
    <FormSection title={m.verification_section_how()}>
      <FormGrid>
        <Form.Item name="looks" label={m.verification_looks()}>
          <Select options={plannedLooks.options.map((one) => ({ value: one, label: lookWords[one]() }))} />
        </Form.Item>
        <Form.Item
          name="minimumN"
          label={method === 'ab-test' ? m.verification_minimum_variant() : m.verification_minimum()}
          rules={required}
        >
          <InputNumber min={1} precision={0} style={wide} />
        </Form.Item>
        <Form.Item name="alpha" label={m.verification_alpha()}>
          <Select options={shares([0.01, 0.05, 0.1])} />
        </Form.Item>
        <Form.Item name="power" label={m.verification_power()}>
          <Select options={shares([0.7, 0.8, 0.9, 0.95])} />
        </Form.Item>
      </FormGrid>
    </FormSection>
  );
}
