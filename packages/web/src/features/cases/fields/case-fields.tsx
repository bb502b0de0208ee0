import { useQuery } from '@tanstack/react-query';
import { caseType, complaintCause, complaintKind, priority, severity, type CaseType } from '@zhiheng/contract/cases/case';
import { Form, Input, Select } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormPair } from '../../../ui/form-pair.tsx';
import { contractsQuery, suppliersQuery } from '../../agreements/index.ts';
import { useMay } from '../../identity/index.ts';
import { usePartOptions } from '../../subjects/index.ts';
import { categoriesQuery, tagsQuery } from '../cases.query.ts';
import { usePeople } from '../people/use-people.ts';
import { causeWords, complaintKindWords, optionsOf, priorityWords, severityWords, typeWords } from '../words/case-words.ts';
import { categoriesFor, categoryTree } from './category-options.ts';

const search = { optionFilterProp: 'label' } as const;
const looped: ReadonlySet<CaseType> = new Set(['complaint', 'adverse-event']);
export const isLooped = (type: CaseType | undefined): boolean => type !== undefined && looped.has(type);

/** What it is about. */
export function WhatFields({ autoFocus = false }: { readonly autoFocus?: boolean }) {
  return (
    <>
      <Form.Item
        name="subject"
        label={m.cases_new_subject()}
        extra={m.cases_new_subject_help()}
        rules={[{ required: true, whitespace: true, message: m.cases_subject_missing() }]}
      >
        <Input maxLength={300} autoComplete="off" autoFocus={autoFocus} />
      </Form.Item>
      <Form.Item name="description" label={m.cases_new_description()}>
        <Input.TextArea maxLength={20_000} autoSize={{ minRows: 3, maxRows: 14 }} />
      </Form.Item>
    </>
  );
}

/** Where it belongs, and how pressing it is. */
export function PlaceFields() {
  const format = useFormat();
  const parts = usePartOptions();
  const type = Form.useWatch<CaseType>('type') ?? 'incident';
  const { data: categories = [] } = useQuery(categoriesQuery);
  const named = (options: typeof parts.service) => options.map(({ id, name }) => ({ value: id, label: format.text(name) }));
  const places = categoriesFor(categoryTree(categories), type);
  return (
    <FormPair>
      <Form.Item name="serviceId" label={m.cases_fact_service()}>
        <Select allowClear showSearch={search} placeholder={m.cases_new_optional()} options={named(parts.service)} />
      </Form.Item>
      <Form.Item name="categoryId" label={m.cases_fact_category()}>
        <Select
          allowClear
          showSearch={search}
          placeholder={m.cases_new_optional()}
          options={places.map(({ category, path }) => ({
            value: category.id,
            label: path.map(({ name }) => format.text(name)).join(' / '),
          }))}
        />
      </Form.Item>
      <Form.Item name="priority" label={m.cases_fact_priority()}>
        <Select options={optionsOf(priorityWords, priority.options)} />
      </Form.Item>
      <Form.Item name="siteId" label={m.cases_fact_site()}>
        <Select allowClear showSearch={search} placeholder={m.cases_new_optional()} options={named(parts.site)} />
      </Form.Item>
    </FormPair>
  );
}

/** Behind which agreement it counts, and who else works on it. */
export function PartyFields() {
  const format = useFormat();
  const may = useMay();
  const customerId = Form.useWatch<string | null>('customerId', { form: Form.useFormInstance(), preserve: true });
  const { data: suppliers = [] } = useQuery({ ...suppliersQuery, enabled: may('agreements.read') });
  const { data: contracts = [] } = useQuery({ ...contractsQuery, enabled: may('agreements.read') });
  if (!may('agreements.read')) return null;
  const own = contracts.filter((contract) => contract.customerId === customerId);
  return (
    <FormPair>
      <Form.Item name="supplierId" label={m.cases_fact_supplier()} extra={m.cases_supplier_help()}>
        <Select
          allowClear
          showSearch={search}
          placeholder={m.cases_new_optional()}
          options={suppliers.map(({ id, name }) => ({ value: id, label: format.text(name) }))}
        />
      </Form.Item>
      <Form.Item
        name="contractId"
        label={m.cases_fact_contract()}
        extra={own.length === 0 ? m.cases_contract_none() : m.cases_contract_help()}
      >
        <Select
          allowClear
          showSearch={search}
          placeholder={m.cases_new_optional()}
          options={own.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))}
        />
      </Form.Item>
    </FormPair>
  );
}

/** What the chain of a complaint asks for. */
export function ComplaintFields({ withRemedy }: { readonly withRemedy: boolean }) {
  return (
    <>
      <FormPair>
        <Form.Item name="complaintKind" label={m.cases_fact_complaint_kind()}>
          <Select allowClear placeholder={m.cases_new_optional()} options={optionsOf(complaintKindWords, complaintKind.options)} />
        </Form.Item>
        <Form.Item name="severity" label={m.cases_fact_severity()}>
          <Select allowClear placeholder={m.cases_new_optional()} options={optionsOf(severityWords, severity.options)} />
        </Form.Item>
        <Form.Item name="cause" label={m.cases_fact_cause()}>
          <Select allowClear placeholder={m.cases_new_optional()} options={optionsOf(causeWords, complaintCause.options)} />
        </Form.Item>
      </FormPair>
      {withRemedy ? (
        <Form.Item name="remedy" label={m.cases_fact_remedy()}>
          <Input.TextArea maxLength={4000} autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
      ) : null}
    </>
  );
}

export function ContactFields() {
  return (
    <FormPair>
      <Form.Item name="contactName" label={m.cases_fact_contact()}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="contactPhone" label={m.cases_fact_phone()}>
        <Input type="tel" maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="contactEmail" label={m.cases_fact_email()} rules={[{ type: 'email', message: m.shell_setup_email_wrong() }]}>
        <Input type="email" maxLength={200} autoComplete="off" />
      </Form.Item>
    </FormPair>
  );
}

export function AssignFields() {
  const format = useFormat();
  const { team } = usePartOptions();
  const people = usePeople();
  return (
    <FormPair>
      <Form.Item name="teamId" label={m.cases_fact_team()}>
        <Select
          allowClear
          showSearch={search}
          placeholder={m.cases_new_assign_auto()}
          options={team.map(({ id, name }) => ({ value: id, label: format.text(name) }))}
        />
      </Form.Item>
      <Form.Item name="assigneeId" label={m.cases_fact_assignee()}>
        <Select
          allowClear
          showSearch={search}
          placeholder={m.cases_new_assign_auto()}
          options={people.map(({ id, name }, index) => ({ value: id, label: index === 0 ? m.cases_assign_me({ name }) : name }))}
        />
      </Form.Item>
    </FormPair>
  );
}

export function TypeField({ options = caseType.options }: { readonly options?: readonly CaseType[] }) {
  return (
    <Form.Item name="type" label={m.cases_fact_type()}>
      <Select options={optionsOf(typeWords, options)} />
    </Form.Item>
  );
}

export function TagsField() {
  const { data: tags = [] } = useQuery(tagsQuery);
  return (
    <Form.Item name="tags" label={m.cases_fact_tags()}>
      <Select mode="tags" maxCount={30} options={tags.map(({ tag }) => ({ value: tag, label: tag }))} />
    </Form.Item>
  );
}
