import { useQuery } from '@tanstack/react-query';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { followUpReport } from '@zhiheng/contract/feedback/follow-ups';
import { useState } from 'react';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { DayField } from '../../../ui/day-field.tsx';
import { Kpi } from '../../../ui/kpi.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { followUpReportQuery } from '../feedback.query.ts';
import styles from './follow-up-drawer.module.css';

type Report = Reply<typeof followUpReport>;
type Rate = Report['recovered'];
type Mean = Report['change'];

/** Below it a share says little. */
const fewest = 30;
const days = 90;

/** How well the loop is closed. */
export function FollowUpReport() {
  const format = useFormat();
  const [until, setUntil] = useState(() => format.date(new Date().toISOString()));
  const [from, setFrom] = useState(() => format.date(new Date(Date.now() - days * 86_400_000).toISOString()));
  const query = useQuery(followUpReportQuery(from, until));
  return (
    <div className={styles.stack}>
      <div className={styles.days}>
        <DayField label={m.feedback_report_from()} value={from} onChange={(day) => setFrom(day ?? from)} />
        <DayField label={m.feedback_report_until()} value={until} onChange={(day) => setUntil(day ?? until)} />
      </div>
      <QueryView
        query={query}
        isEmpty={({ opened }) => opened === 0}
        empty={{ title: m.feedback_report_none(), words: m.feedback_report_none_text() }}
      >
        {(report) => <Figures report={report} />}
      </QueryView>
    </div>
  );
}

function Figures({ report }: { readonly report: Report }) {
  const format = useFormat();
  const { opened, closed, reached, recovered, inTime, contact, causes } = report;
  const duration = (seconds: number | null) => (seconds === null ? '—' : format.duration(Math.round(seconds)));
  return (
    <>
      <div className={styles.kpis}>
        <Share label={m.feedback_report_recovered()} rate={recovered} />
        <Share label={m.feedback_report_reached()} rate={reached} />
        <Share label={m.feedback_report_in_time()} rate={inTime} />
        <Kpi
          label={m.feedback_report_contact()}
          value={duration(contact.median)}
          evidence={m.feedback_report_contact_evidence({ ninth: duration(contact.ninth), n: format.number(contact.n) })}
        />
      </div>
      <Card
        title={m.feedback_report_effect()}
        aside={m.feedback_report_counts({ opened: format.number(opened), closed: format.number(closed) })}
      >
        <PlainTable
          label={m.feedback_report_effect()}
          columns={[m.feedback_report_measure(), m.feedback_report_mean(), m.feedback_report_interval(), 'n']}
          rows={effectRows(report, format)}
        />
        <p className={styles.quiet}>{effectWords(report, format)}</p>
      </Card>
      {causes.length === 0 ? null : (
        <Card title={m.feedback_report_causes()}>
          <PlainTable
            label={m.feedback_report_causes()}
            columns={[m.feedback_cause(), 'n']}
            rows={causes.map(({ cause, n }) => ({ key: cause, cells: [cause, format.number(n)] }))}
          />
        </Card>
      )}
    </>
  );
}

function Share({ label, rate }: { readonly label: string; readonly rate: Rate }) {
  const format = useFormat();
  const range = rate.interval === null ? '—' : `${format.percent(100 * rate.interval[0])}–${format.percent(100 * rate.interval[1])}`;
  return (
    <Kpi
      label={label}
      value={rate.n === 0 ? '—' : format.percent((100 * rate.yes) / rate.n)}
      {...(rate.n < fewest ? { status: { tone: 'idle', word: m.feedback_few() } as const } : {})}
      evidence={m.feedback_report_share_evidence({ range, yes: format.number(rate.yes), n: format.number(rate.n) })}
    />
  );
}

function effectRows({ change, compared }: Report, format: Format) {
  const row = (key: string, words: string, { n, mean, interval }: Mean) => ({
    key,
    cells: [words, mean === null ? '—' : points(mean, format), interval === null ? '—' : rangeOf(interval, format), format.number(n)],
  });
  return [
    row('second', m.feedback_report_second(), change),
    row('reached', m.feedback_report_later_reached(), compared.reached),
    row('not-reached', m.feedback_report_later_not_reached(), compared.notReached),
  ];
}

/** Percent of the whole scale, with its sign. */
const points = (share: number, format: Format): string => `${share > 0 ? '+' : ''}${format.number(100 * share, 1)} %`;
const rangeOf = ([low, high]: readonly [number, number], format: Format): string => `${points(low, format)} … ${points(high, format)}`;

function effectWords({ compared }: Report, format: Format): string {
  const { difference } = compared;
  if (difference === null) return m.feedback_report_no_comparison();
  const clear = difference.interval[0] > 0 || difference.interval[1] < 0;
  const values = { estimate: points(difference.estimate, format), range: rangeOf(difference.interval, format) };
  return clear ? m.feedback_report_helped(values) : m.feedback_report_unclear(values);
}
