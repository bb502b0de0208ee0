import { useMutation } from '@tanstack/react-query';
import { createServiceContract, updateServiceContract, type ServiceContract } from '@zhiheng/contract/agreements/agreements';
import { Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { statusOf } from '../../../lib/problem-words.ts';
import { useDelayed } from '../../../lib/use-delayed.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormPair } from '../../../ui/form-pair.tsx';
import { Overtaken } from '../overtaken.tsx';
import { useChoices } from '../use-names.ts';

interface Props {
  readonly open: string | undefined;
  readonly contracts: readonly ServiceContract[];
  readonly onClose: () => void;
}

export function ContractDialog({ open, contracts, onClose }: Props) {
  const contract = contracts.find(({ id }) => id === open);
  if (open === undefined || (open !== 'new' && contract === undefined)) return null;
  return <OpenDialog key={open} contract={contract} onClose={onClose} />;
}

interface Values {
  readonly number: string;
  readonly customerId: string;
  readonly name: string;
  readonly serviceIds: string[];
  readonly validFrom: string;
  readonly validTo?: string;
  readonly monthlyPrice?: number | null;
  readonly note?: string;
}

function OpenDialog({ contract, onClose }: { readonly contract: ServiceContract | undefined; readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const save = useMutation({
    mutationFn: (values: Values) => saveContract(values, contract),
    meta: { showsError: true, done: m.agreements_contract_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  const overtaken = contract !== undefined && statusOf(save.error) === 409;
  const { validTo, ...rest } = contract ?? { serviceIds: [], note: '', validTo: null };
  return (
    <FormDialog<Values>
      title={contract === undefined ? m.agreements_contract_new() : m.agreements_contract_edit()}
      open
      onClose={onClose}
      form={form}
      initialValues={validTo === null ? rest : { ...rest, validTo }}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={overtaken ? null : save.error}
      submitLabel={m.shell_save()}
      width={680}
    >
      {overtaken ? <Overtaken /> : null}
      <Fields contract={contract} />
    </FormDialog>
  );
}

function Fields({ contract }: { readonly contract: ServiceContract | undefined }) {
  const [q, setQ] = useState('');
  const choices = useChoices(useDelayed(q));
  const own = contract === undefined ? [] : [{ value: contract.customerId, label: contract.customerName }];
  const customers = [...own, ...choices.customer.filter(({ value }) => value !== contract?.customerId)];
  const required = [{ required: true, message: m.agreements_required() }];
  return (
    <>
      <FormPair>
        <Form.Item name="number" label={m.agreements_contract_number()} rules={required}>
          <Input maxLength={64} disabled={contract !== undefined} autoComplete="off" />
        </Form.Item>
        <Form.Item name="customerId" label={m.agreements_scope_customer()} rules={required}>
          <Select
            disabled={contract !== undefined}
            showSearch={{ filterOption: false, onSearch: setQ }}
            options={customers}
            notFoundContent={m.agreements_nothing_to_choose()}
          />
        </Form.Item>
      </FormPair>
      <Form.Item name="name" label={m.agreements_name()} rules={required}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="serviceIds" label={m.agreements_scope_service()}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={[...choices.service]}
          placeholder={m.agreements_scope_any()}
          notFoundContent={m.agreements_nothing_to_choose()}
        />
      </Form.Item>
      <FormPair>
        <Form.Item name="validFrom" label={m.agreements_valid_from()} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="validTo" label={m.agreements_valid_to()} extra={m.agreements_valid_to_hint()}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="monthlyPrice" label={m.agreements_monthly_price()} extra={m.agreements_monthly_price_hint()}>
          <InputNumber<number> min={0} style={{ width: '100%' }} />
        </Form.Item>
      </FormPair>
      <Form.Item name="note" label={m.agreements_note()}>
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
    </>
  );
}

function saveContract({ number, customerId, validTo, ...rest }: Values, contract: ServiceContract | undefined): Promise<ServiceContract> {
  const fields = {
    ...rest,
    note: rest.note ?? '',
    monthlyPrice: rest.monthlyPrice ?? null,
    validTo: validTo === undefined || validTo === '' ? null : validTo,
  };
  if (contract === undefined) return call(createServiceContract, { body: { ...fields, number, customerId } });
  return call(updateServiceContract, { params: { id: contract.id }, body: { ...fields, version: contract.version } });
}
