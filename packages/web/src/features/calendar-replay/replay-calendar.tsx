import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listAgreements } from '@zhiheng/contract/agreements/agreements';
import type { CalendarDefinition } from '@zhiheng/contract/agreements/calendars';
import { startSimulation } from '@zhiheng/contract/cases/simulation';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import styles from './replay-calendar.module.css';

interface Props {
  readonly calendarId: string;
  readonly definition: CalendarDefinition;
}

/** Tries a draft of a calendar on the last twelve months of an agreement that counts in it. What is being written stays as it is: the result opens beside it. */
export function ReplayCalendar({ calendarId, definition }: Props) {
  const format = useFormat();
  const agreements = useQuery({
    queryKey: ['agreements', 'counting-in', calendarId],
    queryFn: () =>
      call(listAgreements, { query: {} }).then(({ items }) => items.filter(({ published }) => published?.calendarId === calendarId)),
  });
  const [chosen, setChosen] = useState<string>();
  const replay = useMutation({
    mutationFn: (agreementId: string) => call(startSimulation, { body: { agreementId, calendar: { id: calendarId, definition } } }),
    meta: { showsError: true },
  });
  const items = agreements.data ?? [];
  const agreementId = chosen ?? items[0]?.id;
  if (agreementId === undefined) return null;
  return (
    <section className={styles.replay} aria-label={m.calendars_replay_title()}>
      <h3>{m.calendars_replay_title()}</h3>
      <p className={styles.quiet}>{m.calendars_replay_text()}</p>
      <div className={styles.row}>
        <Select
          aria-label={m.calendars_replay_agreement()}
          value={agreementId}
          options={items.map(({ id, name }) => ({ value: id, label: format.text(name) }))}
          onChange={setChosen}
        />
        <Button loading={replay.isPending} onClick={() => replay.mutate(agreementId)}>
          {m.reports_sim_start()}
        </Button>
        {replay.data === undefined ? null : (
          <Link to="/app/agreements/$id/simulator/$run" params={{ id: replay.data.agreementId, run: replay.data.id }} target="_blank">
            {m.calendars_replay_see()}
          </Link>
        )}
      </div>
      <ProblemAlert error={replay.error} />
    </section>
  );
}
