import { Link } from '@tanstack/react-router';
import type { AnalysisRow } from '@zhiheng/contract/causes/causes';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { methodWords } from '../cause-words.ts';

export function AnalysesTable({ analyses }: { readonly analyses: readonly AnalysisRow[] }) {
  const format = useFormat();
  return <DataTable label={m.causes_title()} columns={columnsFor(format)} rows={analyses} rowKey={({ id }) => id} />;
}

const columnsFor = (format: Format): Column<AnalysisRow>[] => [
  {
    ...{ key: 'title', title: m.causes_analysis(), lead: true, width: '36%' },
    cell: ({ id, title, method }) => (
      <TwoLines
        first={
          <Link to="/app/causes/$id" params={{ id }}>
            {title}
          </Link>
        }
        second={methodWords[method]()}
      />
    ),
  },
  {
    ...{ key: 'finding', title: m.causes_finding() },
    cell: ({ findingId, findingNumber }) => (
      <Link to="/app/findings/$id" params={{ id: findingId }}>
        {findingNumber}
      </Link>
    ),
  },
  { key: 'causes', title: m.causes_count(), align: 'end', cell: ({ causes }) => format.number(causes) },
  { key: 'supported', title: m.causes_supported_count(), align: 'end', cell: ({ supported }) => format.number(supported) },
  { key: 'refuted', title: m.causes_refuted_count(), align: 'end', cell: ({ refuted }) => format.number(refuted) },
  { key: 'updated', title: m.causes_updated(), align: 'end', cell: ({ updatedAt }) => format.date(updatedAt) },
];
