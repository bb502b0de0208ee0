import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Collection, EntrySheet } from '@zhiheng/contract/measurement/collections';
import { useFormat } from '../../lib/format/use-format.ts';
import { statusOf } from '../../lib/problem-words.ts';
import { useNarrow } from '../../lib/use-narrow.ts';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useMay } from '../identity/index.ts';
import { collectionsQuery, sheetQuery } from './collections.query.ts';
import styles from './entry-sheet.module.css';
import { LeaveGuard } from './leave-guard.tsx';
import { firstDayOf } from './period-step.ts';
import { PeriodSteps } from './period-steps.tsx';
import { SheetBar } from './sheet-bar.tsx';
import { SheetGrid } from './sheet-grid.tsx';
import { SheetList } from './sheet-list.tsx';
import { cellKey } from './sheet.rules.ts';
import { useSheet, type SheetWork } from './use-sheet.ts';

const route = getRouteApi('/app/collections/$id/$period');

/** The figures of one period, entered by hand. */
export function EntrySheetPage() {
  const { id, period } = route.useParams();
  const format = useFormat();
  const query = useQuery(sheetQuery(id, period));
  const plans = useQuery(collectionsQuery);
  const plan = plans.data?.find((candidate) => candidate.id === id);
  const sheet = query.data;
  return (
    <>
      <PageHeader
        title={sheet === undefined ? m.collections_title() : format.text(sheet.name)}
        line={sheet === undefined ? undefined : <Line sheet={sheet} plan={plan} />}
        actions={
          <>
            <Link to="/app/collections">{m.collections_sheet_back()}</Link>
            {plan === undefined ? null : <PeriodSteps plan={plan} period={period} />}
          </>
        }
      />
      {statusOf(query.error) === 404 ? (
        <EmptyState title={m.collections_sheet_gone()} action={<Link to="/app/collections">{m.collections_sheet_back()}</Link>} />
      ) : (
        <QueryView query={query}>{(data) => <Sheet key={`${id} ${period}`} sheet={data} />}</QueryView>
      )}
    </>
  );
}

function Line({ sheet, plan }: { readonly sheet: EntrySheet; readonly plan: Collection | undefined }) {
  const format = useFormat();
  const node = plan?.keyNodes.find(({ on }) => on === sheet.period);
  const line = m.collections_sheet_subtitle({
    period: format.period(sheet.period),
    due: sheet.dueOn,
    entered: format.number(sheet.entered),
    expected: format.number(sheet.expected),
  });
  return node === undefined ? line : `${m.collections_key_node_of({ name: format.text(node.name) })} · ${line}`;
}

function Sheet({ sheet }: { readonly sheet: EntrySheet }) {
  const format = useFormat();
  const may = useMay();
  const narrow = useNarrow();
  const work = useSheet(sheet);
  const begun = firstDayOf(sheet.period) <= format.date(new Date().toISOString());
  const readOnly = !begun || !may('measurement.write');
  const Layout = narrow ? SheetList : SheetGrid;
  return (
    <>
      {begun ? null : <p className={styles.note}>{m.collections_sheet_not_begun({ from: sheet.from })}</p>}
      {may('measurement.write') ? null : <p className={styles.note}>{m.collections_sheet_read_only()}</p>}
      <Layout sheet={sheet} work={work} readOnly={readOnly} />
      {readOnly ? null : <SheetBar sheet={sheet} work={work} />}
      <LeaveGuard unsaved={unsavedCells(work)} />
    </>
  );
}

/** A text that is no number is not among the changes that could be saved, and yet would be lost. */
const unsavedCells = ({ changed, problems }: SheetWork): number =>
  new Set([...changed.map(({ indicator, subjectId }) => cellKey(indicator, subjectId)), ...Object.keys(problems)]).size;
