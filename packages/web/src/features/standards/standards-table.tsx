import { Link } from '@tanstack/react-router';
import type { StandardRow } from '@zhiheng/contract/standards/standards';
import { useFormat, type Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';
import { StandardBadge } from './standard-badge.tsx';
import { kindWords } from './standard-words.ts';

export function StandardsTable({ standards }: { readonly standards: readonly StandardRow[] }) {
  const format = useFormat();
  return <DataTable label={m.standards_title()} columns={columnsFor(format)} rows={standards} rowKey={({ id }) => id} />;
}

const columnsFor = (format: Format): Column<StandardRow>[] => [
  {
    ...{ key: 'name', title: m.standards_name(), lead: true, width: '32%' },
    cell: ({ id, name, code }) => (
      <TwoLines
        first={
          <Link to="/app/standards/$id" params={{ id }}>
            {format.text(name)}
          </Link>
        }
        second={code}
      />
    ),
  },
  { key: 'state', title: m.standards_state(), cell: (standard) => <StandardBadge standard={standard} /> },
  {
    ...{ key: 'from', title: m.standards_in_force_from(), align: 'end' },
    cell: ({ inForceFrom, comingOn }) => <span className="tabular">{inForceFrom ?? comingOn ?? '—'}</span>,
  },
  { key: 'kinds', title: m.standards_kinds(), cell: ({ kinds }) => format.list(kinds.map((kind) => kindWords[kind]())) },
  { key: 'clauses', title: m.standards_clauses(), align: 'end', cell: ({ clauseCount }) => format.number(clauseCount) },
  { key: 'untested', title: m.standards_untested(), align: 'end', cell: ({ untested }) => format.number(untested) },
];
