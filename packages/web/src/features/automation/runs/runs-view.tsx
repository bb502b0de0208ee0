import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { AutomationRun } from '@zhiheng/contract/automation/automation';
import { runState } from '@zhiheng/contract/automation/run-state';
import { Select } from 'antd';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../../ui/states.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { rulesQuery, runsQuery } from '../automation.query.ts';
import { reasonWords, stateTones, stateWords, stepWords } from './run-words.ts';

const route = getRouteApi('/app/admin/automation');
const all = 'all';

/** What automation did, and why it did not. */
export function RunsView() {
  const { rule, state } = route.useSearch();
  const format = useFormat();
  const query = useInfiniteQuery(runsQuery(rule, state));
  return (
    <>
      <RunsFilter />
      <QueryView query={query} skeleton={<Skeleton rows={8} height={40} />}>
        {({ pages }) => {
          const runs = pages.flatMap(({ items }) => items);
          if (runs.length === 0) return <EmptyState title={m.automation_runs_none()} words={m.automation_runs_none_text()} />;
          return (
            <>
              <DataTable label={m.automation_tab_runs()} columns={columnsFor(format)} rows={runs} rowKey={({ id }) => id} />
              <MoreButton query={query} />
            </>
          );
        }}
      </QueryView>
    </>
  );
}

function RunsFilter() {
  const { rule, state } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: rules = [] } = useQuery(rulesQuery);
  return (
    <FilterBar>
      <Select
        aria-label={m.automation_rule()}
        style={{ width: 240 }}
        showSearch={{ optionFilterProp: 'label' }}
        value={rule ?? all}
        options={[{ value: all, label: m.automation_all_rules() }, ...rules.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(chosen) => void navigate({ search: { view: 'runs', rule: chosen === all ? undefined : chosen, state }, replace: true })}
      />
      <Select<AutomationRun['state'] | typeof all>
        aria-label={m.automation_state()}
        style={{ width: 160 }}
        value={state ?? all}
        options={[
          { value: all, label: m.automation_all_states() },
          ...runState.options.map((value) => ({ value, label: stateWords[value]() })),
        ]}
        onChange={(chosen) => void navigate({ search: { view: 'runs', rule, state: chosen === all ? undefined : chosen }, replace: true })}
      />
    </FilterBar>
  );
}

const columnsFor = (format: Format): Column<AutomationRun>[] => [
  { key: 'at', title: m.automation_at(), width: '16%', cell: ({ at }) => format.dateTime(at) },
  {
    key: 'event',
    title: m.automation_event(),
    width: '24%',
    lead: true,
    cell: (run) => <TwoLines first={m.event_name({ type: run.eventType })} second={<Thing run={run} />} />,
  },
  {
    key: 'rule',
    title: m.automation_rule(),
    width: '20%',
    cell: ({ ruleId, ruleName }) => (
      <Link to="/app/admin/automation/$id" params={{ id: ruleId }}>
        {ruleName}
      </Link>
    ),
  },
  {
    key: 'state',
    title: m.automation_state(),
    cell: ({ state }) => <StatusBadge tone={stateTones[state]}>{stateWords[state]()}</StatusBadge>,
  },
  { key: 'done', title: m.automation_result(), width: '26%', cell: (run) => resultWords(run, format) },
];

const Thing = ({ run }: { readonly run: AutomationRun }) =>
  run.entityKind === 'case' ? (
    <Link to="/app/cases/$id" params={{ id: run.entityId }}>
      {run.label}
    </Link>
  ) : (
    run.label
  );

function resultWords({ state, reason, steps, dueAt }: AutomationRun, format: Format): string {
  if (state === 'waiting') return m.automation_waits_until({ at: format.dateTime(dueAt) });
  return reason === null ? steps.map((step) => stepWords(step, format)).join('；') : reasonWords(reason);
}
