import { useMutation, useQuery } from '@tanstack/react-query';
import { createCustomer, getCustomer, updateCustomer, type Customer } from '@zhiheng/contract/customers/customers';
import { Form } from 'antd';
import { useState } from 'react';
import { call } from '../../lib/call.ts';
import { statusOf } from '../../lib/problem-words.ts';
import { showToast } from '../../lib/toast.ts';
import { m } from '../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../ui/form-dialog.tsx';
import { CustomerFields } from './customer-fields.tsx';
import { changesOf, emptyCustomer, newBodyOf, valuesOf, type CustomerValues } from './customer-values.ts';
import { customerQuery } from './customers.query.ts';
import styles from './customers.module.css';

interface Props {
  readonly open: 'this' | 'new' | undefined;
  /** the customer to edit */
  readonly id: string | undefined;
  /** with the id of what was saved */
  readonly onClose: (saved?: string) => void;
}

export function CustomerDialog({ open, id, onClose }: Props) {
  const { data } = useQuery({ ...customerQuery(id ?? ''), enabled: open === 'this' && id !== undefined });
  const customer = open === 'this' ? data : undefined;
  if (open === undefined || (open === 'this' && customer === undefined)) return null;
  return <OpenDialog key={customer?.id ?? 'new'} customer={customer} onClose={onClose} />;
}

function OpenDialog({ customer, onClose }: { readonly customer: Customer | undefined; readonly onClose: Props['onClose'] }) {
  const [form] = Form.useForm<CustomerValues>();
  // The version that was read when the form was opened; another one after somebody else saved first.
  const [base, setBase] = useState(customer);
  const [overtaken, setOvertaken] = useState(false);
  const save = useMutation({
    mutationFn: (values: CustomerValues) => saveCustomer(values, base),
    meta: { showsError: true },
    onError: async (error) => {
      if (base === undefined || statusOf(error) !== 409) return showFieldProblems(form, error);
      const newest = await call(getCustomer, { params: { id: base.id } });
      setBase(newest);
      setOvertaken(true);
      const untouched = Object.entries(valuesOf(newest)).filter(([field]) => !form.isFieldTouched(field as keyof CustomerValues));
      form.setFieldsValue(Object.fromEntries(untouched));
    },
    onSuccess: ({ id, name }) => {
      showToast({ tone: 'good', words: customer === undefined ? m.customers_created({ name }) : m.customers_saved({ name }) });
      onClose(id);
    },
  });
  return (
    <FormDialog
      title={customer === undefined ? m.customers_new() : m.customers_edit_title()}
      open
      width={760}
      onClose={() => onClose()}
      form={form}
      initialValues={customer === undefined ? emptyCustomer : valuesOf(customer)}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={overtaken && statusOf(save.error) === 409 ? null : save.error}
      submitLabel={m.customers_save()}
    >
      {overtaken && base !== undefined ? (
        <p role="alert" className={styles.overtaken}>
          <span aria-hidden="true">▲</span> {m.customers_conflict({ name: base.name })}
        </p>
      ) : null}
      <CustomerFields fixedCode={customer !== undefined} masked={customer?.masked === true} />
    </FormDialog>
  );
}

const saveCustomer = (values: CustomerValues, base: Customer | undefined): Promise<Customer> =>
  base === undefined
    ? call(createCustomer, { body: newBodyOf(values) })
    : call(updateCustomer, { params: { id: base.id }, body: { ...changesOf(values, base.masked), version: base.version } });
