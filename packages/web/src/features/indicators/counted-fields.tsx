import { caseType, priority } from '@zhiheng/contract/cases/case';
import { targetKind } from '@zhiheng/contract/agreements/policy';
import { caseQuantity, measuresOf, type CaseQuantity } from '@zhiheng/contract/measurement/counted-from';
import { Form, Select } from 'antd';
import { m } from '../../paraglide/messages.js';
import { FormGrid } from '../../ui/form-grid.tsx';
import { FormSection } from '../../ui/form-section.tsx';
import { partyWords, quantityWords, targetWords, typeWords } from './counted-from-text.ts';
import type { IndicatorValues } from './indicator-form.values.ts';

/** What the platform counts of cases, if it does, and of which ones. */
export function CountedFields() {
  const form = Form.useFormInstance<IndicatorValues>();
  const measure = Form.useWatch('measure', form) ?? 'number';
  const quantity = Form.useWatch<CaseQuantity | null | undefined>(['countedFrom', 'quantity'], form);
  const quantities = caseQuantity.options.filter((one) => measuresOf(one).includes(measure));
  if (quantities.length === 0) return null;
  return (
    <FormSection title={m.library_counted_section()} note={m.library_counted_note()}>
      <Form.Item name={['countedFrom', 'quantity']} label={m.library_counted_quantity()}>
        <Select
          allowClear
          placeholder={m.library_counted_none()}
          options={quantities.map((value) => ({ value, label: quantityWords[value]() }))}
        />
      </Form.Item>
      {quantity === undefined || quantity === null ? null : <Narrowing quantity={quantity} />}
    </FormSection>
  );
}

const ofPromises: ReadonlySet<CaseQuantity> = new Set(['attainment', 'promises-kept']);

function Narrowing({ quantity }: { readonly quantity: CaseQuantity }) {
  return (
    <FormGrid>
      <Several name="types" label={m.library_counted_types()} options={optionsOf(caseType.options, typeWords)} />
      <Several
        name="priorities"
        label={m.library_counted_priorities()}
        options={priority.options.map((value) => ({ value, label: value.toUpperCase() }))}
      />
      {ofPromises.has(quantity) ? (
        <Several name="targets" label={m.library_counted_targets()} options={optionsOf(targetKind.options, targetWords)} />
      ) : null}
      {quantity === 'held-by' ? (
        <Form.Item
          name={['countedFrom', 'party']}
          label={m.library_counted_party()}
          rules={[{ required: true, message: m.library_required() }]}
        >
          <Select options={optionsOf(['customer', 'team', 'supplier'], partyWords)} />
        </Form.Item>
      ) : null}
    </FormGrid>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

const optionsOf = <V extends string>(values: readonly V[], words: Readonly<Record<V, () => string>>): Option[] =>
  values.map((value) => ({ value, label: words[value]() }));

function Several({ name, label, options }: { readonly name: string; readonly label: string; readonly options: readonly Option[] }) {
  return (
    <Form.Item name={['countedFrom', name]} label={label}>
      <Select
        mode="multiple"
        aria-label={label}
        placeholder={m.library_counted_every()}
        options={[...options]}
        showSearch={{ optionFilterProp: 'label' }}
      />
    </Form.Item>
  );
}
