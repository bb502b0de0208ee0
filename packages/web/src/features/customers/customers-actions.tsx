import { useMutation } from '@tanstack/react-query';
import { exportCustomers } from '@zhiheng/contract/customers/customers';
import { Button } from 'antd';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { saveFile } from '../../lib/save-file.ts';
import { showToast } from '../../lib/toast.ts';
import { m } from '../../paraglide/messages.js';
import { useMay } from '../identity/index.ts';

/** What can be done with the whole list. Files hold personal values: who may not read them gets none and loads none. */
export function CustomersActions({ onOpen }: { readonly onOpen: (edit: 'new' | 'import') => void }) {
  const may = useMay();
  const format = useFormat();
  const fetchFile = useMutation({
    mutationFn: () => call(exportCustomers),
    onSuccess: ({ text, customers }) => {
      saveFile('customers.csv', new Blob([text], { type: 'text/csv' }));
      showToast({ tone: 'good', words: m.customers_exported({ n: format.number(customers) }) });
    },
  });
  const personal = may('customers.personal');
  return (
    <>
      {personal ? (
        <Button loading={fetchFile.isPending} onClick={() => fetchFile.mutate()}>
          {m.customers_export()}
        </Button>
      ) : null}
      {personal && may('customers.write') ? <Button onClick={() => onOpen('import')}>{m.customers_import()}</Button> : null}
      {may('customers.write') ? (
        <Button type="primary" onClick={() => onOpen('new')}>
          {m.customers_new()}
        </Button>
      ) : null}
    </>
  );
}
