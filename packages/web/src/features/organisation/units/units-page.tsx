import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { unitKind } from '@zhiheng/contract/organisation/organisation';
import { Button } from 'antd';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { TabLinks } from '../../../ui/tab-links.tsx';
import { useMay } from '../../identity/index.ts';
import { UnitDialog, type UnitDraft } from './unit-dialog.tsx';
import { unitKindWords } from './unit-kind-words.ts';
import { unitsQuery } from './units.query.ts';
import { UnitsTable } from './units-table.tsx';

const route = getRouteApi('/app/admin/units');

export function UnitsPage() {
  const { kind = 'teams' } = route.useSearch();
  const query = useQuery(unitsQuery(kind));
  const may = useMay();
  const [draft, setDraft] = useState<UnitDraft | null>(null);
  const words = unitKindWords[kind];
  const add = may('organisation.manage') ? (
    <Button type="primary" onClick={() => setDraft({ unit: null, parentId: null })}>
      {words.add()}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHeader title={m.shell_nav_units()} line={words.help()} actions={add} />
      <TabLinks label={m.shell_nav_units()}>
        {unitKind.options.map((one) => (
          <Link key={one} to="/app/admin/units" search={{ kind: one }} aria-current={one === kind ? 'page' : undefined}>
            {unitKindWords[one].tab()}
          </Link>
        ))}
      </TabLinks>
      <QueryView query={query} isEmpty={({ items }) => items.length === 0} empty={{ title: words.none(), words: words.help() }}>
        {({ items }) => <UnitsTable kind={kind} units={items} onEdit={setDraft} />}
      </QueryView>
      <UnitDialog kind={kind} draft={draft} units={query.data?.items ?? []} onClose={() => setDraft(null)} />
    </>
  );
}
