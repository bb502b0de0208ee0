import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { listCustomers } from '@zhiheng/contract/customers/customers';
import type { Reply } from '@zhiheng/contract/endpoint';
import { Button } from 'antd';
import { m } from '../../paraglide/messages.js';
import { MoreButton } from '../../ui/more-button.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { useMay } from '../identity/index.ts';
import { CustomersTable } from './customers-table.tsx';
import { isNarrowed, type CustomersSearch } from './customers.search.ts';

interface Props {
  readonly search: CustomersSearch;
  readonly query: UseInfiniteQueryResult<InfiniteData<Reply<typeof listCustomers>>>;
  readonly onImport: () => void;
  readonly onClear: () => void;
}

/** The list in each of its states: none at all is another thing than none that fits. */
export function CustomersList({ search, query, onImport, onClear }: Props) {
  const may = useMay();
  const total = query.data?.pages[0]?.total;
  const loads = may('customers.write') && may('customers.personal');
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton rows={12} height={24} />}
      isEmpty={() => total === 0 && !isNarrowed(search)}
      empty={{
        title: m.customers_none_title(),
        words: m.customers_none_text(),
        action: loads ? <Button onClick={onImport}>{m.customers_import()}</Button> : undefined,
      }}
    >
      {({ pages }) =>
        total === 0 ? (
          <EmptyState
            title={m.customers_none_match()}
            words={m.customers_none_match_text()}
            action={<Button onClick={onClear}>{m.customers_clear()}</Button>}
          />
        ) : (
          <>
            <CustomersTable customers={pages.flatMap((page) => page.items)} />
            <MoreButton query={query} />
          </>
        )
      }
    </QueryView>
  );
}
