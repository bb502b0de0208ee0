import { useQuery } from '@tanstack/react-query';
import type { Reply } from '@zhiheng/contract/endpoint';
import type { readHotSpots } from '@zhiheng/contract/diagnosis/signals';
import { Segmented } from 'antd';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import type { ViewProps } from './diagnosis-page.tsx';
import { hotSpotsQuery } from './diagnosis.query.ts';
import { optionsOf } from './signal-words.ts';

type Spots = Reply<typeof readHotSpots>;
type Spot = Spots['items'][number];

const ofWords = { complaints: m.diagnosis_complaints, cases: m.diagnosis_cases } as const;
const byWords = { category: m.diagnosis_by_category, service: m.diagnosis_by_service, site: m.diagnosis_by_site } as const;

/** Counts of the last whole week, each against its own history. */
export function HotSpotsView({ search, onChange }: ViewProps) {
  const { of = 'complaints', by = 'category' } = search;
  const format = useFormat();
  const query = useQuery(hotSpotsQuery(of, by));
  return (
    <>
      <FilterBar>
        <Segmented
          aria-label={m.diagnosis_spots_of()}
          value={of}
          options={optionsOf(ofWords)}
          onChange={(next) => onChange({ of: next })}
        />
        <Segmented
          aria-label={m.diagnosis_spots_by()}
          value={by}
          options={optionsOf(byWords)}
          onChange={(next) => onChange({ by: next })}
        />
      </FilterBar>
      <QueryView query={query} isEmpty={({ items }) => items.length === 0} empty={{ title: m.diagnosis_spots_none() }}>
        {(spots) => (
          <Card title={titleOf(spots, format)} aside={m.diagnosis_spots_tested({ n: format.number(spots.tested) })} flush>
            <DataTable label={titleOf(spots, format)} columns={columnsFor(format)} rows={spots.items} rowKey={({ id }) => id} />
          </Card>
        )}
      </QueryView>
    </>
  );
}

function titleOf({ items, week }: Spots, format: Format): string {
  const hot = items.filter(({ isHot }) => isHot).length;
  return hot === 0 ? m.diagnosis_spots_calm({ week }) : m.diagnosis_spots_hot({ week, n: format.number(hot) });
}

const columnsFor = (format: Format): Column<Spot>[] => [
  { key: 'name', title: m.diagnosis_spots_name(), lead: true, width: '36%', cell: ({ name }) => format.text(name) },
  { key: 'count', title: m.diagnosis_spots_count(), align: 'end', cell: ({ count }) => format.number(count) },
  { key: 'expected', title: m.diagnosis_spots_expected(), align: 'end', cell: ({ expected }) => format.number(expected, 1) },
  {
    ...{ key: 'p', title: m.diagnosis_spots_p(), align: 'end' },
    cell: ({ adjusted }) => (adjusted === null ? m.diagnosis_spots_short() : adjusted < 0.001 ? '< 0.001' : format.number(adjusted, 3)),
  },
  {
    ...{ key: 'state', title: m.diagnosis_state() },
    cell: ({ isHot }) => <StatusBadge tone={isHot ? 'bad' : 'idle'}>{isHot ? m.diagnosis_hot() : m.diagnosis_calm()}</StatusBadge>,
  },
];
