import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { deletePlan, type PlanRow } from '@zhiheng/contract/improvement/plans';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { Button } from 'antd';
import { call } from '../../lib/call.ts';
import { useDeletion } from '../../lib/use-deletion.ts';
import { m } from '../../paraglide/messages.js';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { RowActions } from '../../ui/row-actions.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';
import { useMay } from '../identity/index.ts';
import { NewPlanDialog } from './new-plan-dialog.tsx';
import { stateTones, stateWords } from './planning-words.ts';
import { plansQuery } from './planning.query.ts';

const route = getRouteApi('/app/plans');

/** Every quality plan, and how far it is. */
export function PlansPage() {
  const may = useMay();
  const { edit } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(plansQuery);
  const change = (next: 'new' | undefined) => void navigate({ search: { edit: next }, replace: true });
  const add = may('improvement.write') ? (
    <Button type="primary" onClick={() => change('new')}>
      {m.planning_new()}
    </Button>
  ) : undefined;
  const actions: Column<PlanRow> = {
    ...{ key: 'actions', title: m.planning_row_actions(), quiet: true, align: 'end' },
    cell: (plan) => <Actions plan={plan} />,
  };
  return (
    <>
      <PageHeader title={m.planning_title()} line={m.planning_line()} actions={add} />
      <QueryView
        query={query}
        skeleton={<Skeleton rows={6} height={40} />}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={{ title: m.planning_none(), words: m.planning_none_text(), ...(add === undefined ? {} : { action: add }) }}
      >
        {({ pages }) => (
          <>
            <DataTable
              label={m.planning_title()}
              columns={[...columns(), ...(may('improvement.write') ? [actions] : [])]}
              rows={pages.flatMap(({ items }) => items)}
              rowKey={({ id }) => id}
            />
            <MoreButton query={query} />
          </>
        )}
      </QueryView>
      {edit === 'new' ? <NewPlanDialog onClose={() => change(undefined)} /> : null}
    </>
  );
}

const columns = (): Column<PlanRow>[] => [
  {
    ...{ key: 'title', title: m.planning_name(), lead: true, width: '36%' },
    cell: ({ id, number, title, fromOn, untilOn }) => (
      <TwoLines
        first={
          <Link to="/app/plans/$id" params={{ id }}>
            {title}
          </Link>
        }
        second={`${number} · ${m.planning_period({ from: fromOn, until: untilOn })}`}
      />
    ),
  },
  {
    key: 'state',
    title: m.planning_state(),
    cell: ({ state }) => <StatusBadge tone={stateTones[state]}>{stateWords[state]()}</StatusBadge>,
  },
  { key: 'steps', title: m.planning_steps(), cell: ({ steps }) => m.planning_steps_done({ n: steps }) },
  {
    ...{ key: 'progress', title: m.planning_progress(), width: '20%' },
    cell: ({ progress }) => (progress.share === null ? '—' : <ProgressBar share={progress.share} label={m.planning_progress()} />),
  },
];

function Actions({ plan: { id, title } }: { readonly plan: PlanRow }) {
  const deletion = useDeletion({
    name: title,
    remove: () => call(deletePlan, { params: { id } }),
    restore: () => call(restoreFromTrash, { params: { kind: 'service-plan', id } }),
  });
  return (
    <RowActions
      actions={[{ label: m.planning_delete(), of: title, onClick: () => deletion.mutate(), danger: true, pending: deletion.isPending }]}
    />
  );
}
