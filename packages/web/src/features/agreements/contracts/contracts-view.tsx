import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useMay } from '../../identity/index.ts';
import { contractsQuery } from '../agreements.query.ts';
import type { AgreementsSearch } from '../agreements.search.ts';
import { ContractDialog } from './contract-dialog.tsx';
import { ContractsTable } from './contracts-table.tsx';

interface Props {
  readonly tabs: ReactNode;
  readonly search: AgreementsSearch;
  readonly onChange: (part: AgreementsSearch) => void;
}

/** Contracts with customers: an agreement can hold for one of them alone, and its price is what credits are a share of. */
export function ContractsView({ tabs, search, onChange }: Props) {
  const format = useFormat();
  const writes = useMay()('agreements.define');
  const query = useQuery(contractsQuery);
  const add = writes ? (
    <Button type="primary" onClick={() => onChange({ edit: 'new' })}>
      {m.agreements_contract_new()}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHeader
        title={m.agreements_tab_contracts()}
        line={query.data === undefined ? null : m.agreements_contracts_subtitle({ n: format.number(query.data.length) })}
        actions={query.data?.length === 0 ? undefined : add}
      />
      {tabs}
      <QueryView
        query={query}
        isEmpty={(contracts) => contracts.length === 0}
        empty={{ title: m.agreements_contracts_none(), words: m.agreements_contracts_none_text(), action: add }}
      >
        {(contracts) => <ContractsTable contracts={contracts} onEdit={(edit) => onChange({ edit })} />}
      </QueryView>
      {writes ? <ContractDialog open={search.edit} contracts={query.data ?? []} onClose={() => onChange({ edit: undefined })} /> : null}
    </>
  );
}
