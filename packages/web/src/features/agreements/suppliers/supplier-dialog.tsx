import { useMutation } from '@tanstack/react-query';
import { createSupplier, updateSupplier, type Supplier } from '@zhiheng/contract/agreements/agreements';
import { Form, Input } from 'antd';
import { call } from '../../../lib/call.ts';
import { statusOf } from '../../../lib/problem-words.ts';
import { m } from '../../../paraglide/messages.js';
import { CodeField } from '../../../ui/code-field.tsx';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormPair } from '../../../ui/form-pair.tsx';
import { LocalTextFields } from '../../../ui/local-text-fields.tsx';
import { Overtaken } from '../overtaken.tsx';

interface Props {
  readonly open: string | undefined;
  readonly suppliers: readonly Supplier[];
  readonly onClose: () => void;
}

export function SupplierDialog({ open, suppliers, onClose }: Props) {
  const supplier = suppliers.find(({ id }) => id === open);
  if (open === undefined || (open !== 'new' && supplier === undefined)) return null;
  return <OpenDialog key={open} supplier={supplier} onClose={onClose} />;
}

type Values = Pick<Supplier, 'name' | 'contact' | 'email' | 'phone' | 'note' | 'code'>;
const none = { contact: '', email: '', phone: '', note: '' };

function OpenDialog({ supplier, onClose }: { readonly supplier: Supplier | undefined; readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const save = useMutation({
    mutationFn: (values: Values) => saveSupplier(values, supplier),
    meta: { showsError: true, done: m.agreements_supplier_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  const overtaken = supplier !== undefined && statusOf(save.error) === 409;
  return (
    <FormDialog<Values>
      title={supplier === undefined ? m.agreements_supplier_new() : m.agreements_supplier_edit()}
      open
      onClose={onClose}
      form={form}
      initialValues={supplier ?? none}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={overtaken ? null : save.error}
      submitLabel={m.shell_save()}
      width={620}
    >
      {overtaken ? <Overtaken /> : null}
      <LocalTextFields name="name" suggestsCode={supplier === undefined} />
      {supplier === undefined ? <CodeField /> : null}
      <FormPair>
        <Form.Item name="contact" label={m.agreements_contact()}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="phone" label={m.agreements_phone()}>
          <Input maxLength={60} type="tel" autoComplete="off" />
        </Form.Item>
        <Form.Item name="email" label={m.agreements_email()}>
          <Input maxLength={200} type="email" autoComplete="off" />
        </Form.Item>
      </FormPair>
      <Form.Item name="note" label={m.agreements_note()}>
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
    </FormDialog>
  );
}

function saveSupplier({ code, ...fields }: Values, supplier: Supplier | undefined): Promise<Supplier> {
  if (supplier === undefined) return call(createSupplier, { body: { ...fields, code } });
  return call(updateSupplier, { params: { id: supplier.id }, body: { ...fields, version: supplier.version } });
}
