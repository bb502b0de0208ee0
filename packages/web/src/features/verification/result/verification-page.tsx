import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Verification } from '@zhiheng/contract/verification/verifications';
import { Button } from 'antd';
import { useState } from 'react';
import { statusOf } from '../../../lib/problem-words.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { EmptyState, Skeleton } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import { useScopeWords } from '../../subjects/index.ts';
import { verificationQuery } from '../verification.query.ts';
import { methodWords } from '../verification-words.ts';
import styles from '../verification.module.css';
import { CourseCard } from './course-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { DetailsCard, PlanCard } from './plan-card.tsx';
import { VerdictCard } from './verdict-card.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

const route = getRouteApi('/app/verifications/$id');

/** One verification: the verdict first, then what it rests on. */
export function VerificationPage() {
  const { id } = route.useParams();
  const query = useQuery(verificationQuery(id));
  if (statusOf(query.error) === 404)
    return (
      <>
        <PageHeader title={m.verification_title()} />
        <EmptyState title={m.verification_gone()} action={<Link to="/app/verifications">{m.verification_back()}</Link>} />
      </>
    );
  return (
    <QueryView query={query} skeleton={<Skeleton rows={10} height={32} />}>
      {(verification) => <Found verification={verification} />}
    </QueryView>
  );
}

function Found({ verification }: { readonly verification: Verification }) {
  const format = useFormat();
  const may = useMay();
  const scope = useScopeWords(verification.slice);
  const [withdrawing, setWithdrawing] = useState(false);
  const { number, title, indicator, indicatorName, method, state } = verification;
  const line = [number, indicatorName === null ? indicator : format.text(indicatorName), scope, methodWords[method]()].join(' · ');
  return (
    <>
      <PageHeader
        title={title}
        line={line}
        actions={
          <>
            <Link to="/app/verifications">{m.verification_back()}</Link>
            {state === 'waiting' && may('improvement.write') ? (
              <Button onClick={() => setWithdrawing(true)}>{m.verification_withdraw()}</Button>
            ) : null}
          </>
        }
      />
      <div className={styles.stack}>
        <VerdictCard verification={verification} />
        <CourseCard verification={verification} />
        <div className={styles.pair}>
          <PlanCard verification={verification} />
          <div className={styles.stack}>
            <DetailsCard verification={verification} />
            <HistoryCard verification={verification} />
          </div>
        </div>
      </div>
      {withdrawing ? <WithdrawDialog id={verification.id} onClose={() => setWithdrawing(false)} /> : null}
    </>
  );
}
