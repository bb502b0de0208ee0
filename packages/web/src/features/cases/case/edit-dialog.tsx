import type { CaseType } from '@zhiheng/contract/cases/case';
import { Form } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { CustomFields } from '../custom/custom-fields.tsx';
import {
  AssignFields,
  ComplaintFields,
  ContactFields,
  isLooped,
  PartyFields,
  PlaceFields,
  TagsField,
  TypeField,
  WhatFields,
} from '../fields/case-fields.tsx';
import { useMay } from '../../identity/index.ts';
import { CustomerSearch } from '../new/customer-search.tsx';
import { CaseFormDialog, type CaseFormProps } from './case-form-dialog.tsx';

/** All fields of a case. */
export function EditDialog(props: CaseFormProps) {
  return (
    <CaseFormDialog {...props} title={m.cases_edit_title()} width={720}>
      <EditFields shown={props.shown} />
    </CaseFormDialog>
  );
}

function EditFields({ shown }: Pick<CaseFormProps, 'shown'>) {
  const may = useMay();
  const type = Form.useWatch<CaseType>('type') ?? shown.type;
  const { customerId, customerName, masked, anonymous } = shown;
  const start = customerId === null ? {} : { start: { id: customerId, name: customerName } };
  return (
    <>
      <TypeField />
      <WhatFields />
      <PlaceFields />
      <CustomFields type={type} />
      {isLooped(type) ? <ComplaintFields withRemedy /> : null}
      {anonymous || !may('customers.read') ? null : (
        <Form.Item name="customerId" label={m.cases_fact_customer()}>
          <CustomerSearch {...start} />
        </Form.Item>
      )}
      {masked ? null : <ContactFields />}
      <PartyFields />
      <AssignFields />
      <TagsField />
    </>
  );
}

/** What a complaint needs before its result: why it came to it, and what was done for the customer. */
export function CauseDialog(props: CaseFormProps) {
  return (
    <CaseFormDialog {...props} title={m.cases_loop_cause_enter()} width={560}>
      <ComplaintFields withRemedy />
    </CaseFormDialog>
  );
}
