import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { reasonWords } from '../../lib/quarantine-words.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { RowActions } from '../../ui/row-actions.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';
import { importNamesQuery, type QuarantinedRow } from './quarantine.query.ts';
import { rowPlace } from './row-place.ts';
import { rowProblemWords } from './row-problem-words.ts';

interface Props {
  readonly rows: readonly QuarantinedRow[];
  /** null: nothing can be chosen */
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly onOpen: (row: QuarantinedRow) => void;
}

export function QuarantineTable({ rows, chosen, onChoose, onOpen }: Props) {
  const format = useFormat();
  const imports = useQuery(importNamesQuery);
  const place = (row: QuarantinedRow) => rowPlace(row, imports.data ?? []);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  const choice: Column<QuarantinedRow> = {
    key: 'choice',
    title: m.imports_quarantine_select({ where: '' }),
    quiet: true,
    width: '48px',
    cell: (row) => (
      <Checkbox
        aria-label={m.imports_quarantine_select({ where: place(row) })}
        checked={chosen?.has(row.id) === true}
        onChange={() => toggle(row.id)}
      />
    ),
  };
  const columns: Column<QuarantinedRow>[] = [
    {
      key: 'reason',
      title: m.imports_quarantine_reason(),
      lead: true,
      cell: (row) => <TwoLines first={reasonWords[row.reason]()} second={rowProblemWords(row, format)} />,
    },
    { key: 'indicator', title: m.imports_quarantine_indicator(), cell: (row) => row.indicator ?? '—' },
    { key: 'place', title: m.imports_quarantine_source(), cell: place },
    { key: 'at', title: m.imports_quarantine_at(), cell: (row) => format.dateTime(row.at) },
    {
      key: 'raw',
      title: m.imports_quarantine_raw(),
      quiet: true,
      align: 'end',
      cell: (row) => <RowActions actions={[{ label: m.imports_quarantine_raw(), of: place(row), onClick: () => onOpen(row) }]} />,
    },
  ];
  return (
    <DataTable
      label={m.imports_quarantine_title()}
      columns={chosen === null ? columns : [choice, ...columns]}
      rows={rows}
      rowKey={(row) => row.id}
    />
  );
}
