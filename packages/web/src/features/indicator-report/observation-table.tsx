import { useInfiniteQuery } from '@tanstack/react-query';
import type { Indicator } from '@zhiheng/contract/measurement/indicators';
import type { Observation } from '@zhiheng/contract/measurement/observations';
import { Button } from 'antd';
import { useState } from 'react';
import { valueText } from '../../lib/figures/format-value.ts';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { PlainTable } from '../../ui/plain-table.tsx';
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
          <PlainTable
            label={m.board_report_observations()}
            columns={[
              m.board_report_at(),
              m.board_value(),
              m.board_report_subject(),
              m.board_report_source(),
              m.board_report_key(),
              m.board_report_line(),
            ]}
            rows={data.pages
              .flatMap((page) => page.items)
              .map((row, index) => ({ key: `${index}`, cells: cellsOf(row, { indicator, format, onOpen: setPlace }) }))}
          />
        )}
      </QueryView>
      {query.hasNextPage ? (
        <Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} style={{ marginTop: 8 }}>
          {m.board_report_load_more()}
        </Button>
      ) : null}
      <ImportedLineDrawer place={place} onClose={() => setPlace(null)} />
    </>
  );
}

interface Reader {
  readonly indicator: Indicator;
  readonly format: Format;
  readonly onOpen: (place: Place) => void;
}

function cellsOf({ at, value, n, subject, source, key, importId, line }: Observation, { indicator, format, onOpen }: Reader) {
  const shown =
    indicator.measure === 'share' ? `${format.number(value)} / ${format.number(n)}` : valueText(indicator, value, format.locale);
  return [
    format.dateTime(at),
    shown,
    subjectName(subject, format),
    source,
    key,
    importId === null || line === null ? (
      '–'
    ) : (
      <Button key="line" type="link" size="small" onClick={() => onOpen({ importId, line })}>
        {m.board_report_line_open({ line })}
      </Button>
    ),
  ];
}
