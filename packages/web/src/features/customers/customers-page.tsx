import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { useMay } from '../identity/index.ts';
import { CustomerDialog } from './customer-dialog.tsx';
import { CustomerDrawer } from './customer-drawer.tsx';
import { CustomersActions } from './customers-actions.tsx';
import { CustomersFilter } from './customers-filter.tsx';
import { CustomersList } from './customers-list.tsx';
import { CustomersTabs } from './customers-tabs.tsx';
import { customersQuery } from './customers.query.ts';
import { isNarrowed, type CustomersSearch } from './customers.search.ts';
import styles from './customers.module.css';
import { ImportDialog } from './import-dialog.tsx';

const everything: CustomersSearch = { q: undefined, segment: undefined, kind: undefined };
const route = getRouteApi('/app/customers');

export function CustomersPage() {
  const format = useFormat();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const query = useInfiniteQuery(customersQuery(search));
  const change = (part: CustomersSearch) => void navigate({ search: (now) => ({ ...now, ...part }), resetScroll: false });
  const narrow = (part: CustomersSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const total = query.data?.pages[0]?.total;
  const words = isNarrowed(search) ? m.customers_line_found : m.customers_line;
  return (
    <>
      <PageHeader
        title={m.customers_title()}
        line={total === undefined ? undefined : words({ n: format.number(total) })}
        actions={<CustomersActions onOpen={(edit) => change({ edit })} />}
      />
      <CustomersTabs />
      <CustomersFilter search={search} onChange={narrow} />
      {may('customers.personal') ? null : <p className={styles.masked}>{m.customers_masked()}</p>}
      <CustomersList search={search} query={query} onImport={() => change({ edit: 'import' })} onClear={() => narrow(everything)} />
      <CustomerDrawer
        id={search.edit === undefined ? search.customer : undefined}
        onEdit={() => change({ edit: 'this' })}
        onClose={() => change({ customer: undefined })}
      />
      <CustomerDialog
        open={search.edit === 'this' || search.edit === 'new' ? search.edit : undefined}
        id={search.customer}
        onClose={(saved) => change({ edit: undefined, ...(saved === undefined ? {} : { customer: saved }) })}
      />
      <ImportDialog open={search.edit === 'import'} onClose={() => change({ edit: undefined })} />
    </>
  );
}
