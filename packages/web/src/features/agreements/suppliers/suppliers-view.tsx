import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useMay } from '../../identity/index.ts';
import { suppliersQuery } from '../agreements.query.ts';
import type { AgreementsSearch } from '../agreements.search.ts';
import { SupplierDialog } from './supplier-dialog.tsx';
import { SuppliersTable } from './suppliers-table.tsx';

interface Props {
  readonly tabs: ReactNode;
  readonly search: AgreementsSearch;
  readonly onChange: (part: AgreementsSearch) => void;
}

/** Those who stand behind a promise from outside. */
export function SuppliersView({ tabs, search, onChange }: Props) {
  const format = useFormat();
  const writes = useMay()('agreements.define');
  const query = useQuery(suppliersQuery);
  const add = writes ? (
    <Button type="primary" onClick={() => onChange({ edit: 'new' })}>
      {m.agreements_supplier_new()}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHeader
        title={m.agreements_tab_suppliers()}
        line={query.data === undefined ? null : m.agreements_suppliers_subtitle({ n: format.number(query.data.length) })}
        actions={query.data?.length === 0 ? undefined : add}
      />
      {tabs}
      <QueryView
        query={query}
        isEmpty={(suppliers) => suppliers.length === 0}
        empty={{ title: m.agreements_suppliers_none(), words: m.agreements_suppliers_none_text(), action: add }}
      >
        {(suppliers) => <SuppliersTable suppliers={suppliers} onEdit={(edit) => onChange({ edit })} />}
      </QueryView>
      {writes ? <SupplierDialog open={search.edit} suppliers={query.data ?? []} onClose={() => onChange({ edit: undefined })} /> : null}
    </>
  );
}
