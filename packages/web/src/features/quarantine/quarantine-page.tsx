import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { useMay } from '../identity/index.ts';
import { QuarantineActions } from './quarantine-actions.tsx';
import { QuarantineFilters } from './quarantine-filters.tsx';
import { QuarantineTable } from './quarantine-table.tsx';
import { quarantineQuery, type QuarantinedRow, type QuarantinePart } from './quarantine.query.ts';
import type { QuarantineSearch } from './quarantine.search.ts';
import { RowDrawer } from './row-drawer.tsx';
import { SelectionBar } from './selection-bar.tsx';

const route = getRouteApi('/app/quarantine');
const noIds: ReadonlySet<string> = new Set();
const nothing: Pick<QuarantinePart, 'total' | 'reasons'> = { total: 0, reasons: [] };

/** Rows that were set aside, with the reason and what can be done. */
export function QuarantinePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const query = useInfiniteQuery(quarantineQuery(search));
  const [chosen, setChosen] = useState(noIds);
  const [opened, setOpened] = useState<QuarantinedRow | null>(null);
  const change = (part: QuarantineSearch) => {
    setChosen(noIds);
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  };
  const { state = 'open', reason, importId } = search;
  const first = query.data?.pages[0] ?? nothing;
  const fitting = rowsFitting(search, first);
  const canAct = state === 'open' && may('measurement.write');
  return (
    <>
      <PageHeader
        title={m.imports_quarantine_title()}
        line={query.data === undefined ? undefined : <Line state={state} rows={first.total} />}
        actions={canAct && fitting > 0 ? <QuarantineActions choice={{ reason, importId }} rows={fitting} /> : undefined}
      />
      <QuarantineFilters search={search} reasons={first.reasons} total={first.total} onChange={change} />
      <QueryView query={query} skeleton={<Skeleton rows={10} height={24} />}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          if (rows.length === 0) return <Nothing narrowed={isNarrowed(search)} onClear={change} />;
          return (
            <>
              {canAct ? <SelectionBar rows={rows} chosen={chosen} onChoose={setChosen} /> : null}
              <QuarantineTable rows={rows} chosen={canAct ? chosen : null} onChoose={setChosen} onOpen={setOpened} />
              <MoreButton query={query} />
            </>
          );
        }}
      </QueryView>
      <RowDrawer row={opened} onClose={() => setOpened(null)} />
    </>
  );
}

const isNarrowed = ({ state, reason, importId }: QuarantineSearch): boolean =>
  [state, reason, importId].some((value) => value !== undefined);

const rowsFitting = ({ reason }: QuarantineSearch, { total, reasons }: typeof nothing): number =>
  reason === undefined ? total : (reasons.find((one) => one.reason === reason)?.rows ?? 0);

const lines = {
  open: m.imports_quarantine_subtitle,
  released: m.imports_quarantine_subtitle_released,
  dismissed: m.imports_quarantine_subtitle_dismissed,
} as const satisfies Record<QuarantinedRow['state'], unknown>;

function Line({ state, rows }: { readonly state: QuarantinedRow['state']; readonly rows: number }) {
  const format = useFormat();
  return lines[state]({ n: format.number(rows) });
}

function Nothing({ narrowed, onClear }: { readonly narrowed: boolean; readonly onClear: (search: QuarantineSearch) => void }) {
  const may = useMay();
  if (narrowed) {
    return (
      <EmptyState
        title={m.imports_quarantine_none_match()}
        words={m.imports_quarantine_none_match_text()}
        action={
          <Button onClick={() => onClear({ reason: undefined, importId: undefined, state: undefined })}>
            {m.imports_quarantine_clear()}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      title={m.imports_quarantine_none()}
      words={m.imports_quarantine_purpose()}
      action={may('measurement.write') ? <Link to="/app/imports/new">{m.imports_new()}</Link> : undefined}
    />
  );
}
