import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useMay } from '../identity/index.ts';
import { calendarsQuery } from './calendars.query.ts';
import { CalendarsTable } from './calendars-table.tsx';
import { NewCalendarDialog } from './new-calendar-dialog.tsx';

/** The working time in which agreements count. */
export function CalendarsPage() {
  const format = useFormat();
  const may = useMay();
  const query = useQuery(calendarsQuery);
  const [adding, setAdding] = useState(false);
  const add = may('agreements.define') ? (
    <Button type="primary" onClick={() => setAdding(true)}>
      {m.calendars_new()}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHeader
        title={m.calendars_title()}
        line={query.data === undefined ? null : m.calendars_subtitle({ n: format.number(query.data.length) })}
        actions={query.data?.length === 0 ? undefined : add}
      />
      <QueryView
        query={query}
        isEmpty={(calendars) => calendars.length === 0}
        empty={{ title: m.calendars_none_title(), words: m.calendars_none_text(), action: add }}
      >
        {(calendars) => <CalendarsTable calendars={calendars} />}
      </QueryView>
      {adding ? <NewCalendarDialog onClose={() => setAdding(false)} /> : null}
    </>
  );
}
