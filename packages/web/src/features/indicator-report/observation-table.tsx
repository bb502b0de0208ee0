import { useInfiniteQuery } from '@tanstack/react-query';
import type { Indicator } from '@zhiheng/contract/measurement/indicators';
import type { Observation } from '@zhiheng/contract/measurement/observations';
import { Button } from 'antd';
import { useState } from 'react';
import { valueText } from '../../lib/figures/format-value.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { subjectName } from '../subjects/index.ts';
import { ImportedLineDrawer } from './imported-line-drawer.tsx';
import { observationsQuery, type ObservationRange } from './indicator-report.query.ts';

interface Props {
  readonly range: ObservationRange;
  readonly indicator: Indicator;
}
interface Place {
  readonly importId: string;
  readonly line: number;
}

export function ObservationTable({ range, indicator }: Props) {
  const format = useFormat();
  const [place, setPlace] = useState<Place | null>(null);
  const query = useInfiniteQuery(observationsQuery(range));
  return (
    <>
      <QueryView query={query} isEmpty={(data) => data.pages[0]?.items.length === 0} empty={{ title: m.board_report_observations_none() }}>
        {(data) => (
          <DataTable
            label={m.board_report_observations()}
            columns={columnsOf({ indicator, format, onOpen: setPlace })}
            rows={data.pages.flatMap((page) => page.items)}
            rowKey={(row) => `${row.source} ${row.key} ${row.at}`}
          />
        )}
      </QueryView>
      <MoreButton query={query} />
      <ImportedLineDrawer place={place} onClose={() => setPlace(null)} />
    </>
  );
}

interface Reader {
  readonly indicator: Indicator;
  readonly format: Format;
  readonly onOpen: (place: Place) => void;
}

function columnsOf({ indicator, format, onOpen }: Reader): Column<Observation>[] {
  return [
    { key: 'at', title: m.board_report_at(), cell: (row) => format.dateTime(row.at) },
    { key: 'value', title: m.board_value(), align: 'end', cell: (row) => shownValue(row, indicator, format) },
    { key: 'subject', title: m.board_report_subject(), cell: (row) => subjectName(row.subject, format) },
    { key: 'source', title: m.board_report_source(), cell: (row) => row.source },
    { key: 'key', title: m.board_report_key(), cell: (row) => row.key },
    { key: 'line', title: m.board_report_line(), align: 'end', cell: (row) => <LineButton row={row} onOpen={onOpen} /> },
  ];
}

/** A share is so many of so many; durations are exact here. */
const shownValue = ({ value, n }: Observation, indicator: Indicator, format: Format): string =>
  indicator.measure === 'share' ? `${format.number(value)} / ${format.number(n)}` : valueText(indicator, value, format.locale);

function LineButton({ row: { importId, line }, onOpen }: { readonly row: Observation; readonly onOpen: (place: Place) => void }) {
  if (importId === null || line === null) return <>–</>;
  return (
    <Button type="link" size="small" onClick={() => onOpen({ importId, line })}>
      {m.board_report_line_open({ line })}
    </Button>
  );
}
