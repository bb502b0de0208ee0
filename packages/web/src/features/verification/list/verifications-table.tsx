import { Link } from '@tanstack/react-router';
import type { VerificationRow } from '@zhiheng/contract/verification/verifications';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { VerificationBadge } from '../verification-badge.tsx';
import { methodWords } from '../verification-words.ts';

export function VerificationsTable({ verifications }: { readonly verifications: readonly VerificationRow[] }) {
  return <DataTable label={m.verification_title()} columns={columnsFor(useFormat())} rows={verifications} rowKey={({ id }) => id} />;
}

const columnsFor = (format: Format): Column<VerificationRow>[] => [
  {
    ...{ key: 'title', title: m.verification_name(), lead: true, width: '32%' },
    cell: ({ id, number, title, method }) => (
      <TwoLines
        first={
          <Link to="/app/verifications/$id" params={{ id }}>
            {title}
          </Link>
        }
        second={`${number} · ${methodWords[method]()}`}
      />
    ),
  },
  { key: 'verdict', title: m.verification_verdict(), cell: (row) => <VerificationBadge {...row} /> },
  {
    ...{ key: 'indicator', title: m.verification_indicator() },
    cell: ({ indicator, indicatorName }) => (indicatorName === null ? indicator : format.text(indicatorName)),
  },
  {
    ...{ key: 'period', title: m.verification_period() },
    cell: ({ startOn, endOn }) => (
      <span className="tabular">
        {startOn} – {endOn}
      </span>
    ),
  },
  { key: 'registered', title: m.verification_registered(), align: 'end', cell: ({ registeredAt }) => format.date(registeredAt) },
];
