import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Agreement } from '@zhiheng/contract/agreements/agreements';
import { startSimulation } from '@zhiheng/contract/cases/simulation';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { calendarsQuery } from '../../calendars/index.ts';
import styles from '../clock-reports.module.css';
import { scaleGoals } from './scale-goals.ts';

const factors = [0.5, 0.75, 1, 1.25, 1.5] as const;
const spans = [3, 6, 12, 24] as const;

/** What is tried: the draft or what is in force, as it is or with goals of another length or hours of another calendar. */
export function StartCard({ agreement }: { readonly agreement: Agreement }) {
  const format = useFormat();
  const { draft, published, version } = agreement;
  const [what, setWhat] = useState<'draft' | 'published'>(draft === null ? 'published' : 'draft');
  const [factor, setFactor] = useState<number>(1);
  const [months, setMonths] = useState<number>(12);
  const [calendarId, setCalendarId] = useState<string>();
  const calendars = useQuery(calendarsQuery);
  const definition = what === 'draft' ? draft : published;
  const start = useStart(agreement.id);
  if (definition === null) return <EmptyState title={m.reports_sim_nothing()} />;
  const sources = [
    ...(draft === null ? [] : [{ value: 'draft' as const, label: m.reports_sim_what_draft() }]),
    ...(published === null
      ? []
      : [{ value: 'published' as const, label: m.reports_sim_what_published({ version: format.number(version) }) }]),
  ];
  const scales = factors.map((value) => ({ value, label: scaleText(value, (share) => format.percent(share * 100, 0)) }));
  return (
    <Card title={m.reports_sim_new()}>
      <div className={styles.form}>
        <Choice label={m.reports_sim_what()} value={what} options={sources} onChange={setWhat} />
        <Choice label={m.reports_sim_goals()} value={factor} options={scales} onChange={setFactor} />
        <Choice
          label={m.reports_sim_calendar()}
          value={calendarId ?? definition.calendarId}
          options={(calendars.data ?? []).map(({ id, name }) => ({ value: id, label: format.text(name) }))}
          onChange={setCalendarId}
        />
        <Choice
          label={m.reports_sim_months()}
          value={months}
          options={spans.map((n) => ({ value: n as number, label: m.reports_sim_months_n({ n }) }))}
          onChange={setMonths}
        />
        <Button
          type="primary"
          loading={start.isPending}
          onClick={() => start.mutate({ definition: { ...scaleGoals(definition, factor), ...(calendarId && { calendarId }) }, months })}
        >
          {m.reports_sim_start()}
        </Button>
      </div>
      <ProblemAlert error={start.error} />
      <p className={styles.quiet}>{m.reports_sim_assumption()}</p>
    </Card>
  );
}

function useStart(agreementId: string) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (tried: { readonly definition: NonNullable<Agreement['draft']>; readonly months: number }) =>
      call(startSimulation, { body: { agreementId, ...tried } }),
    onSuccess: ({ id: run }) => navigate({ to: '/app/agreements/$id/simulator/$run', params: { id: agreementId, run } }),
    meta: { showsError: true },
  });
}

function scaleText(factor: number, percent: (share: number) => string): string {
  if (factor === 1) return m.reports_sim_goals_same();
  return factor < 1
    ? m.reports_sim_goals_shorter({ percent: percent(1 - factor) })
    : m.reports_sim_goals_longer({ percent: percent(factor - 1) });
}

interface ChoiceProps<T> {
  readonly label: string;
  readonly value: T;
  readonly options: { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

function Choice<T extends string | number>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <label>
      {label}
      <Select<T> aria-label={label} value={value} options={options} onChange={onChange} />
    </label>
  );
}
