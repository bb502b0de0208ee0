import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { registerVerification, type VerificationPlanInput } from '@zhiheng/contract/verification/verifications';
import { Button, Form } from 'antd';
import { useDeferredValue, useState } from 'react';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { showFieldProblems } from '../../../ui/form-dialog.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { outlookQuery } from '../verification.query.ts';
import styles from '../verification.module.css';
import { AdviceCard } from './advice-card.tsx';
import { OutlookCard } from './outlook-card.tsx';
import { HowItems, WhatItems, WhenItems } from './plan-items.tsx';
import { firstValues, planOf, type PlanValues, type Scopes } from './plan-values.ts';

const route = getRouteApi('/app/verifications/new');

/** A plan, with what it can show beside it while it is written. */
export function NewVerificationPage() {
  const { project } = route.useSearch();
  const navigate = useNavigate();
  const [form] = Form.useForm<PlanValues>();
  const [scopes, setScopes] = useState<Scopes>({ slice: {}, comparison: {} });
  const [asked, setAsked] = useState<VerificationPlanInput | null>(null);
  const values = Form.useWatch<PlanValues | undefined>([], form);
  const plan = useDeferredValue(planOf(values, scopes, project ?? null));
  const outlook = useQuery(outlookQuery(plan));
  const register = useMutation({
    mutationFn: (body: VerificationPlanInput) => call(registerVerification, { body }),
    meta: { showsError: true, done: m.verification_registered_toast() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ id }) => navigate({ to: '/app/verifications/$id', params: { id } }),
    onSettled: () => setAsked(null),
  });
  return (
    <>
      <PageHeader
        title={m.verification_plan_title()}
        line={m.verification_plan_line()}
        actions={<Link to="/app/verifications">{m.verification_back()}</Link>}
      />
      <div className={styles.plan}>
        <Card>
          <Form<PlanValues>
            form={form}
            layout="vertical"
            requiredMark={false}
            initialValues={firstValues()}
            onFinish={(typed) => setAsked(planOf(typed, scopes, project ?? null))}
          >
            <WhatItems scopes={scopes} onScopes={setScopes} unit={outlook.data?.unit ?? ''} />
            <WhenItems />
            <HowItems />
            <ProblemAlert error={register.error} />
            <Button type="primary" htmlType="submit">
              {m.verification_register()}
            </Button>
          </Form>
        </Card>
        <div className={styles.beside}>
          <OutlookCard plan={plan} outlook={plan === null ? undefined : outlook.data} error={outlook.error} />
          {plan === null || outlook.data === undefined ? null : <AdviceCard advice={outlook.data.advice} />}
        </div>
      </div>
      <ConfirmDialog
        title={m.verification_register()}
        open={asked !== null}
        onClose={() => setAsked(null)}
        onConfirm={() => (asked === null ? undefined : register.mutate(asked))}
        confirmLabel={m.verification_register()}
        pending={register.isPending}
      >
        <p className={styles.words}>{m.verification_register_ask()}</p>
      </ConfirmDialog>
    </>
  );
}
