import { caseChannel, caseType, type CaseType } from '@zhiheng/contract/cases/case';
import { Button, Checkbox, Form, Segmented, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { useMay } from '../../identity/index.ts';
import { AssignFields, ComplaintFields, ContactFields, isLooped, PlaceFields, TagsField, WhatFields } from '../fields/case-fields.tsx';
import { CustomFields } from '../custom/custom-fields.tsx';
import { channelWords, optionsOf, typeWords } from '../words/case-words.ts';
import { CustomerSearch } from './customer-search.tsx';
import type { FoundCustomer } from './customers.query.ts';
import type { NewCaseValues } from './new-case-body.ts';
import styles from './new-case-form.module.css';
import type { NewCaseSearch } from './new-case.search.ts';

type OwnChannel = NonNullable<NewCaseSearch['channel']>;

interface Props {
  readonly form: FormInstance<NewCaseValues>;
  readonly initialValues: NewCaseValues;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: (values: NewCaseValues) => void;
  readonly onChannel: (channel: OwnChannel) => void;
  /** what may make the case needless, beside what is typed */
  readonly beside: ReactNode;
}

const channels = caseChannel.exclude(['api', 'import']).options;

export function NewCaseForm({ form, initialValues, pending, error, onSubmit, onChannel, beside }: Props) {
  const type = Form.useWatch('type', form) ?? initialValues.type;
  const anonymous = Form.useWatch('anonymous', form) ?? false;
  const nameless = type === 'adverse-event' && anonymous;
  return (
    <Form<NewCaseValues>
      form={form}
      layout="vertical"
      initialValues={initialValues}
      onFinish={() => onSubmit({ ...initialValues, ...form.getFieldsValue(true) })}
      requiredMark
      scrollToFirstError
      className={styles.form ?? ''}
    >
      <div className={styles.column}>
        <Card title={m.cases_new_caller()}>
          <Form.Item name="channel" label={m.cases_new_channel()}>
            <Segmented<OwnChannel> aria-label={m.cases_new_channel()} options={optionsOf(channelWords, channels)} onChange={onChannel} />
          </Form.Item>
          {nameless ? null : <CallerFields form={form} />}
        </Card>
        <Card title={m.cases_new_what()}>
          <Form.Item name="type" label={m.cases_new_type()}>
            <Segmented<CaseType> aria-label={m.cases_new_type()} options={optionsOf(typeWords, caseType.options)} />
          </Form.Item>
          <WhatFields />
          <PlaceFields />
          <CustomFields type={type} />
        </Card>
      </div>
      <div className={styles.column}>
        {beside}
        {isLooped(type) ? <LoopCard type={type} /> : null}
        <Card title={m.cases_new_assign()}>
          <AssignFields />
          <TagsField />
        </Card>
        <ProblemAlert error={error} />
        <Button type="primary" htmlType="submit" size="large" block loading={pending}>
          {m.cases_new_submit()}
        </Button>
      </div>
    </Form>
  );
}

/** Who is it: found by the number, or written down. */
function CallerFields({ form }: { readonly form: FormInstance<NewCaseValues> }) {
  const may = useMay();
  const fill = (customer: FoundCustomer) => {
    // Masked values are no contact; what somebody wrote stays.
    if (customer.masked) return;
    const { name, phone, email } = customer;
    const known = { contactName: name, contactPhone: phone, contactEmail: email };
    const now = form.getFieldsValue(['contactName', 'contactPhone', 'contactEmail']);
    form.setFieldsValue(Object.fromEntries(Object.entries(known).filter(([field]) => !now[field as keyof typeof known])));
  };
  return (
    <>
      {may('customers.read') ? (
        <Form.Item name="customerId" label={m.cases_fact_customer()}>
          <CustomerSearch onFound={fill} />
        </Form.Item>
      ) : (
        <p className={styles.note}>{m.cases_new_find_hidden()}</p>
      )}
      <ContactFields />
    </>
  );
}

function LoopCard({ type }: { readonly type: CaseType }) {
  const event = type === 'adverse-event';
  return (
    <Card title={event ? m.cases_new_event() : m.cases_new_complaint()}>
      <p className={styles.note}>{event ? m.cases_new_event_note() : m.cases_new_complaint_note()}</p>
      {event ? (
        <Form.Item name="anonymous" valuePropName="checked">
          <Checkbox>{m.cases_new_anonymous()}</Checkbox>
        </Form.Item>
      ) : null}
      <ComplaintFields withRemedy={false} />
    </Card>
  );
}
