import { useQuery } from '@tanstack/react-query';
import { deleteCustomer, type Customer } from '@zhiheng/contract/customers/customers';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { Button, Drawer } from 'antd';
import { call } from '../../lib/call.ts';
import { useDeletion } from '../../lib/use-deletion.ts';
import { m } from '../../paraglide/messages.js';
import { QueryView } from '../../ui/query-view.tsx';
import { useMay } from '../identity/index.ts';
import { CustomerDetail } from './customer-detail.tsx';
import { customerQuery } from './customers.query.ts';

interface Props {
  readonly id: string | undefined;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

/** One customer, read; the list stays behind it. */
export function CustomerDrawer({ id, onEdit, onClose }: Props) {
  const may = useMay();
  const query = useQuery({ ...customerQuery(id ?? ''), enabled: id !== undefined });
  const customer = id === undefined ? undefined : query.data;
  const writes = customer !== undefined && may('customers.write');
  return (
    <Drawer
      open={id !== undefined}
      onClose={onClose}
      destroyOnHidden
      size={560}
      title={customer?.name ?? m.customers_title()}
      extra={writes ? <Button onClick={onEdit}>{m.customers_edit()}</Button> : undefined}
      footer={writes ? <ToTrash customer={customer} onDone={onClose} /> : undefined}
    >
      {id === undefined ? null : <QueryView query={query}>{(found) => <CustomerDetail customer={found} />}</QueryView>}
    </Drawer>
  );
}

/** Without a question first: what is in the trash comes back by 撤销. */
function ToTrash({ customer, onDone }: { readonly customer: Customer; readonly onDone: () => void }) {
  const { id, name } = customer;
  const deletion = useDeletion({
    name,
    remove: () => call(deleteCustomer, { params: { id } }).then(onDone),
    restore: () => call(restoreFromTrash, { params: { kind: 'customer', id } }),
  });
  return (
    <Button danger type="text" loading={deletion.isPending} onClick={() => deletion.mutate()}>
      {m.customers_trash()}
    </Button>
  );
}
