import { Link } from '@tanstack/react-router';
import type { Verification } from '@zhiheng/contract/verification/verifications';
import type { ReactNode } from 'react';
import { exactText } from '../../../lib/figures/format-value.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FactTable } from '../../../ui/fact-table.tsx';
import { bucketWords, lookWords, methodWords } from '../verification-words.ts';
import styles from '../verification.module.css';

interface Props {
  readonly verification: Verification;
}

/** What was fixed before there were data. */
export function PlanCard({ verification }: Props) {
  const format = useFormat();
  const { unit, decimals, baseline, baselineFrom, startOn, endOn, expectedChange, alpha, power, minimumN, looks, bucket } = verification;
  const { method, planHash, registeredBy, registeredAt, projectId } = verification;
  const rows: (readonly [string, ReactNode])[] = [
    [m.verification_method(), methodWords[method]()],
    [m.verification_plan_baseline(), m.verification_plan_baseline_value({ from: baselineFrom, n: format.number(baseline.length) })],
    [m.verification_plan_start(), startOn],
    [m.verification_plan_end(), `${endOn} · ${bucketWords[bucket]()}`],
    [m.verification_plan_expected(), exactText({ unit, decimals, measure: 'number' }, expectedChange, format.locale)],
    [m.verification_plan_chances(), `${format.percent(100 * alpha, 0)} / ${format.percent(100 * power, 0)}`],
    [m.verification_plan_minimum(), format.number(minimumN)],
    [m.verification_looks(), lookWords[looks]()],
    [m.verification_plan_by(), `${registeredBy ?? '–'} · ${format.dateTime(registeredAt)}`],
    [m.verification_plan_project(), projectId === null ? m.verification_no_project() : <ProjectLink id={projectId} />],
    [
      m.verification_plan_hash(),
      <span key="hash" className={styles.hash}>
        {planHash}
      </span>,
    ],
  ];
  return (
    <Card title={m.verification_plan_card()}>
      <FactTable label={m.verification_plan_card()} rows={rows} />
    </Card>
  );
}

const ProjectLink = ({ id }: { readonly id: string }) => (
  <Link to="/app/projects/$id" params={{ id }}>
    {m.verification_plan_open_project()}
  </Link>
);

/** How the interval came about; only what the method has. */
export function DetailsCard({ verification: { current, unit, decimals } }: Props) {
  const format = useFormat();
  const { details, before, after } = current;
  const exact = (value: number) => exactText({ unit, decimals: decimals + 1, measure: 'number' }, value, format.locale);
  const row = (words: string, value: number | null, write: (value: number) => string): (readonly [string, ReactNode])[] =>
    value === null ? [] : [[words, write(value)]];
  const rows = [
    ...(before === null || after === null ? [] : [[m.verification_details_levels(), `${exact(before)} → ${exact(after)}`] as const]),
    ...row(m.verification_details_error(), details.standardError, exact),
    ...row(m.verification_details_df(), details.df, (value) => format.number(value, 1)),
    ...row(m.verification_details_lag(), details.lag, (value) => format.number(value)),
    ...row(m.verification_details_correlation(), details.correlation, (value) => format.number(value, 2)),
    ...row(m.verification_details_run(), details.runLength, (value) => format.number(value)),
    ...row('p', details.p, (value) => (value < 0.0001 ? '< 0.0001' : format.number(value, 4))),
  ];
  if (rows.length === 0) return null;
  return (
    <Card title={m.verification_details()}>
      <FactTable label={m.verification_details()} rows={rows} />
    </Card>
  );
}
