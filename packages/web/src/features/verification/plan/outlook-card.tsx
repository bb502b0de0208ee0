import type { VerificationOutlook, VerificationPlanInput } from '@zhiheng/contract/verification/verifications';
import { useMemo } from 'react';
import { exactText } from '../../../lib/figures/format-value.ts';
import { problemEntryWords } from '../../../lib/problem-words.ts';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { TrendPlot } from '../../../ui/chart/trend-plot.tsx';
import { DataToggle } from '../../../ui/data-toggle.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { verificationChart } from '../verification-chart.ts';
import styles from '../verification.module.css';

interface Props {
  readonly plan: VerificationPlanInput | null;
  readonly outlook: VerificationOutlook | undefined;
  readonly error: unknown;
}

/** What the plan would show, worked out from the baseline while it is written. */
export function OutlookCard({ plan, outlook, error }: Props) {
  const format = useFormat();
  if (plan === null || outlook === undefined)
    return (
      <Card title={m.verification_outlook()}>
        {plan === null || error === null ? <p className={styles.note}>{m.verification_outlook_none()}</p> : <ProblemAlert error={error} />}
      </Card>
    );
  return (
    <Card title={m.verification_outlook()}>
      <div className={styles.list}>
        {outlook.problems.length === 0 ? <StatusBadge tone="good">{m.verification_outlook_ready()}</StatusBadge> : null}
        {outlook.problems.map((problem) => (
          <StatusBadge key={problem.code} tone="bad">
            {problemEntryWords(problem)}
          </StatusBadge>
        ))}
        {sentencesOf(plan, outlook, format).map((words) => (
          <p key={words} className={styles.words}>
            {words}
          </p>
        ))}
        <Baseline outlook={outlook} />
      </div>
    </Card>
  );
}

function sentencesOf(plan: VerificationPlanInput, outlook: VerificationOutlook, format: Format): string[] {
  const { power, perPeriod } = outlook;
  return [
    ...(power === null
      ? []
      : [m.verification_outlook_power({ power: power > 0.99 ? `> ${format.percent(99, 0)}` : format.percent(100 * power, 0) })]),
    ...neededSentences(plan, outlook, format),
    ...noiseSentence(outlook, format),
    ...(perPeriod === null ? [] : [m.verification_outlook_per_period({ n: format.number(perPeriod, perPeriod < 10 ? 1 : 0) })]),
  ];
}

function neededSentences({ periods }: VerificationPlanInput, outlook: VerificationOutlook, format: Format): string[] {
  const { power, neededPeriods, neededN, reachedOn } = outlook;
  const day = reachedOn ?? '–';
  if (neededN !== null) return [m.verification_outlook_needed_n({ n: format.number(neededN), day })];
  if (power === null) return [];
  if (neededPeriods === null) return [m.verification_outlook_never()];
  const needed = m.verification_outlook_needed({ periods: format.number(neededPeriods), day });
  return neededPeriods > periods ? [needed, m.verification_outlook_short()] : [needed];
}

function noiseSentence({ deviation, correlation, baseline, unit, decimals }: VerificationOutlook, format: Format): string[] {
  if (deviation === null || correlation === null) return [];
  const written = exactText({ unit, decimals: decimals + 1, measure: 'number' }, deviation, format.locale);
  const words = { n: format.number(baseline.length), deviation: written, correlation: format.number(correlation, 2) };
  return [m.verification_outlook_noise(words)];
}

function Baseline({ outlook }: { readonly outlook: VerificationOutlook }) {
  const format = useFormat();
  const chart = useMemo(
    () => verificationChart({ ...outlook, name: m.verification_baseline_chart(), after: [], current: null }, format),
    [outlook, format],
  );
  if (outlook.baseline.length === 0) return null;
  const exact = (value: number) => exactText({ ...outlook, measure: 'number' }, value, format.locale);
  return (
    <DataToggle
      label={m.verification_baseline_chart()}
      columns={[m.verification_column_day(), m.verification_column_value(), m.verification_column_n()]}
      rows={outlook.baseline.map(({ day, value, n }) => [day, exact(value), format.number(n)])}
    >
      <TrendPlot chart={chart} label={m.verification_baseline_chart()} height={180} />
    </DataToggle>
  );
}
