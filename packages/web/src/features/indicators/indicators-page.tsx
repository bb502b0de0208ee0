import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Indicator } from '@zhiheng/contract/measurement/indicators';
import { Button } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useMay } from '../identity/index.ts';
import { FigureRecountNotice } from './figure-recount-notice.tsx';
import { IndicatorDrawer } from './indicator-drawer.tsx';
import { IndicatorFilters } from './indicator-filters.tsx';
import { IndicatorGroups } from './indicator-groups.tsx';
import { currentFiguresQuery, indicatorsQuery } from './indicators.query.ts';
import type { IndicatorsSearch } from './indicators.search.ts';
import { LibraryEmpty } from './library-empty.tsx';
import { matching } from './match-indicators.ts';

const route = getRouteApi('/app/indicators');

/** The library: what is measured, how, and how good is good. */
export function IndicatorsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const query = useQuery(indicatorsQuery);
  const current = useQuery({ ...currentFiguresQuery, enabled: may('evaluation.read') });
  const change = (part: Partial<IndicatorsSearch>) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  const shown = query.data === undefined ? [] : matching(query.data, search);
  return (
    <>
      <PageHeader
        title={m.library_title()}
        line={useLine(query.data, shown, current.data?.period)}
        actions={
          may('measurement.define') ? (
            <Button type="primary" onClick={() => change({ edit: '-new' })}>
              {m.library_new()}
            </Button>
          ) : undefined
        }
      />
      <QueryView query={query}>
        {(all) =>
          all.length === 0 ? (
            <LibraryEmpty />
          ) : (
            <>
              <FigureRecountNotice />
              <IndicatorFilters search={search} onChange={change} />
              {shown.length === 0 ? <EmptyState title={m.library_none_match()} words={m.library_none_match_text()} /> : null}
              <IndicatorGroups indicators={shown} figures={current.data?.figures} onEdit={(code) => change({ edit: code })} />
            </>
          )
        }
      </QueryView>
      <IndicatorDrawer code={search.edit} onClose={() => change({ edit: undefined })} />
    </>
  );
}

function useLine(all: readonly Indicator[] | undefined, shown: readonly Indicator[], period: string | undefined): string | undefined {
  const format = useFormat();
  if (all === undefined) return undefined;
  const words = { n: format.number(all.length), shown: format.number(shown.length) };
  const count = shown.length === all.length ? m.library_count(words) : m.library_count_filtered(words);
  return period === undefined ? count : `${count} · ${m.library_figures_of({ period: format.period(period) })}`;
}
