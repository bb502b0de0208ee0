import { useQuery } from '@tanstack/react-query';
import type { Agreement } from '@zhiheng/contract/agreements/agreements';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { agreementsQuery } from '../agreements.query.ts';
import type { AgreementsSearch } from '../agreements.search.ts';
import { AgreementsFilter } from './agreements-filter.tsx';
import { AgreementsTable } from './agreements-table.tsx';
import { NewAgreementDialog } from './new-agreement-dialog.tsx';

interface Props {
  readonly tabs: ReactNode;
  readonly search: AgreementsSearch;
  readonly onChange: (part: AgreementsSearch) => void;
}

export function AgreementsView({ tabs, search, onChange }: Props) {
  const may = useMay();
  const query = useQuery(agreementsQuery);
  const add = may('agreements.define') ? (
    <Button type="primary" onClick={() => onChange({ edit: 'new' })}>
      {m.agreements_new()}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHeader
        title={m.agreements_title()}
        line={<Line agreements={query.data} />}
        actions={query.data?.length === 0 ? undefined : add}
      />
      {tabs}
      <QueryView
        query={query}
        isEmpty={(all) => all.length === 0}
        empty={{ title: m.agreements_none_title(), words: m.agreements_none_text(), action: add }}
      >
        {(all) => <Listed all={all} search={search} onChange={onChange} />}
      </QueryView>
      {search.edit === 'new' && may('agreements.define') ? <NewAgreementDialog onClose={() => onChange({ edit: undefined })} /> : null}
    </>
  );
}

function Listed({ all, search, onChange }: Omit<Props, 'tabs'> & { readonly all: readonly Agreement[] }) {
  const rows = all.filter(fitting(search));
  return (
    <>
      <AgreementsFilter search={search} onChange={onChange} />
      {rows.length === 0 ? (
        <EmptyState
          title={m.agreements_none_match()}
          action={<Button onClick={() => onChange({ q: undefined, kind: undefined })}>{m.agreements_clear()}</Button>}
        />
      ) : (
        <AgreementsTable agreements={rows} />
      )}
    </>
  );
}

function fitting({ q, kind }: AgreementsSearch): (agreement: Agreement) => boolean {
  const wanted = q?.toLowerCase();
  return ({ name, code, kind: own }) =>
    (kind === undefined || own === kind) &&
    (wanted === undefined || [name.zh, name.en, code].some((text) => text.toLowerCase().includes(wanted)));
}

function Line({ agreements }: { readonly agreements: readonly Agreement[] | undefined }) {
  const format = useFormat();
  if (agreements === undefined) return null;
  return m.agreements_subtitle({
    n: format.number(agreements.length),
    inForce: format.number(agreements.filter(({ version }) => version > 0).length),
    drafts: format.number(agreements.filter(({ draft }) => draft !== null).length),
  });
}
