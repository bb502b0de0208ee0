import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Service } from '@zhiheng/contract/catalog/services';
import { Button } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { useMay } from '../identity/index.ts';
import { serviceOptionsQuery } from '../subjects/index.ts';
import { ServiceDialog } from './service-dialog.tsx';
import { ServiceDrawer } from './service-drawer.tsx';
import { serviceRows } from './service-tree.ts';
import { ServicesFilter } from './services-filter.tsx';
import { ServicesTable } from './services-table.tsx';
import type { ServicesSearch } from './services.search.ts';

const route = getRouteApi('/app/services');

/** The service catalogue. */
export function ServicesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const query = useQuery(serviceOptionsQuery);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const change = (part: ServicesSearch) => void navigate({ search: (now) => ({ ...now, ...part }) });
  const narrow = (part: ServicesSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const add = may('catalog.write') ? (
    <Button type="primary" onClick={() => change({ edit: 'new' })}>
      {m.library_services_new()}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHeader title={m.library_services_title()} line={<Line services={query.data} search={search} />} actions={add} />
      <QueryView
        query={query}
        skeleton={<Skeleton rows={10} height={24} />}
        isEmpty={(services) => services.length === 0}
        empty={{
          title: m.library_services_none_title(),
          words: m.library_services_none_text(),
          action: may('packs.manage') ? <ToPacks /> : add,
        }}
      >
        {(services) => {
          const rows = serviceRows(services, { fits: fitting(search), folded });
          return (
            <>
              <ServicesFilter search={search} onChange={narrow} />
              {rows.length === 0 ? (
                <EmptyState
                  title={m.library_services_none_match()}
                  words={m.library_services_none_match_text()}
                  action={<Button onClick={() => narrow({ q: undefined, state: undefined })}>{m.library_services_clear()}</Button>}
                />
              ) : (
                <ServicesTable rows={rows} folded={folded} onFold={(id) => setFolded(toggled(folded, id))} />
              )}
              <ServiceDrawer
                id={search.edit === undefined ? search.service : undefined}
                services={services}
                onEdit={() => change({ edit: 'this' })}
                onClose={() => change({ service: undefined })}
              />
              <ServiceDialog
                open={search.edit}
                id={search.service}
                services={services}
                onClose={(service) => change({ edit: undefined, ...(service === undefined ? {} : { service }) })}
              />
            </>
          );
        }}
      </QueryView>
    </>
  );
}

const ToPacks = () => <Link to="/app/admin/packs">{m.library_open_packs()}</Link>;

function Line({ services = [], search }: { readonly services: readonly Service[] | undefined; readonly search: ServicesSearch }) {
  const format = useFormat();
  const n = format.number(services.length);
  if (search.q !== undefined || search.state !== undefined) {
    return m.library_services_subtitle_filtered({ n, shown: format.number(services.filter(fitting(search)).length) });
  }
  return m.library_services_subtitle({ n, live: format.number(services.filter(({ state }) => state === 'live').length) });
}

function fitting({ q, state }: ServicesSearch): (service: Service) => boolean {
  const wanted = q?.toLowerCase();
  return (service) =>
    (state === undefined || service.state === state) &&
    (wanted === undefined || [service.name.zh, service.name.en, service.code].some((text) => text.toLowerCase().includes(wanted)));
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
