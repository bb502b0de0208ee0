import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { movePlan, type Plan } from '@zhiheng/contract/improvement/plans';
import { Button } from 'antd';
import { call } from '../../lib/call.ts';
import { problemEntryWords, statusOf } from '../../lib/problem-words.ts';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { useMay } from '../identity/index.ts';
import { BurnUpCard } from './burn-up-card.tsx';
import { GoalsCard } from './goals-card.tsx';
import { LinesCard } from './lines-card.tsx';
import { stateWords } from './planning-words.ts';
import { planQuery } from './planning.query.ts';
import { StepsCard } from './steps-card.tsx';
import styles from './planning.module.css';

const route = getRouteApi('/app/plans/$id');

/** One plan through its eight steps. */
export function PlanPage() {
  const { id } = route.useParams();
  const query = useQuery(planQuery(id));
  if (statusOf(query.error) === 404)
    return (
      <>
        <PageHeader title={m.planning_title()} />
        <EmptyState title={m.planning_gone()} action={<Link to="/app/plans">{m.planning_back()}</Link>} />
      </>
    );
  return (
    <QueryView query={query} skeleton={<Skeleton rows={10} height={32} />}>
      {(plan) => <Found plan={plan} />}
    </QueryView>
  );
}

function Found({ plan }: { readonly plan: Plan }) {
  const { number, title, state, fromOn, untilOn, scope, missing } = plan;
  const line = [number, stateWords[state](), m.planning_period({ from: fromOn, until: untilOn }), scope]
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <>
      <PageHeader title={title} line={line} actions={<MoveButton plan={plan} />} />
      <div className={styles.stack}>
        {missing.length === 0 ? null : (
          <div className={styles.missing}>
            <p>{m.planning_missing()}</p>
            <ul>
              {missing.map(({ code, params }) => (
                <li key={`${code}${JSON.stringify(params)}`}>{problemEntryWords({ code: `plan_${code}`, params })}</li>
              ))}
            </ul>
          </div>
        )}
        <StepsCard plan={plan} />
        <GoalsCard plan={plan} />
        <LinesCard plan={plan} />
        <BurnUpCard plan={plan} />
      </div>
    </>
  );
}

function MoveButton({ plan: { id, version, state, missing } }: { readonly plan: Plan }) {
  const may = useMay();
  const to = state === 'draft' ? 'adopted' : 'closed';
  const move = useMutation({
    mutationFn: () => call(movePlan, { params: { id }, body: { version, to } }),
    meta: { done: m.planning_moved() },
  });
  return (
    <>
      <Link to="/app/plans">{m.planning_back()}</Link>
      {may('improvement.write') && state !== 'closed' ? (
        <Button type="primary" disabled={missing.length > 0} loading={move.isPending} onClick={() => move.mutate()}>
          {state === 'draft' ? m.planning_adopt() : m.planning_close()}
        </Button>
      ) : null}
    </>
  );
}
