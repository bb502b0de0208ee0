import type { ClockMonth } from '@zhiheng/contract/cases/clock-months';
import { Button } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useMay } from '../../identity/index.ts';
import styles from '../clock-reports.module.css';
import type { Months } from '../reports.query.ts';
import { CloseDialog } from './close-dialog.tsx';
import { figureName, figureText, inOrder } from './figure-words.ts';
import { monthStateTones, monthStateWords } from './month-words.ts';
import { RestateDialog } from './restate-dialog.tsx';

/** Month by month what is reported, and what can be done about it. */
export function MonthsTable({ months }: { readonly months: Months }) {
  const may = useMay();
  const [chosen, setChosen] = useState<ClockMonth | null>(null);
  const columns = useColumns(months.contracts);
  const actions: Column<ClockMonth> = {
    key: 'actions',
    title: m.reports_months_close(),
    quiet: true,
    align: 'end',
    cell: (month) => <MonthAction month={month} onChoose={setChosen} />,
  };
  return (
    <>
      <Card title={m.reports_months_list()} flush>
        <DataTable
          label={m.reports_months_list()}
          columns={may('agreements.define') ? [...columns, actions] : columns}
          rows={months.items}
          rowKey={({ month }) => month}
        />
      </Card>
      {chosen?.state === 'open' ? <CloseDialog month={chosen} onClose={() => setChosen(null)} /> : null}
      {chosen?.state === 'differs' ? <RestateDialog month={chosen} onClose={() => setChosen(null)} /> : null}
    </>
  );
}

function useColumns(contracts: Months['contracts']): Column<ClockMonth>[] {
  const format = useFormat();
  return [
    { key: 'month', title: m.reports_months_month(), lead: true, cell: ({ month }) => format.period(month) },
    {
      key: 'state',
      title: m.reports_months_state(),
      cell: ({ state, ended }) =>
        ended ? (
          <StatusBadge tone={monthStateTones[state]}>{monthStateWords[state]()}</StatusBadge>
        ) : (
          <StatusBadge tone="idle">{m.reports_months_running()}</StatusBadge>
        ),
    },
    { key: 'figures', title: m.reports_months_figure(), cell: ({ figures }) => <Figures figures={figures} contracts={contracts} /> },
    {
      key: 'closed',
      title: m.reports_months_closed(),
      cell: ({ closedAt, closedBy }) =>
        closedAt === null ? '—' : m.reports_months_closed_by({ by: closedBy ?? '—', at: format.dateTime(closedAt) }),
    },
  ];
}

function Figures({ figures, contracts }: { readonly figures: ClockMonth['figures']; readonly contracts: Months['contracts'] }) {
  const format = useFormat();
  const keys = inOrder(Object.keys(figures));
  if (keys.length === 0) return m.reports_months_nothing();
  return (
    <ul className={styles.figures}>
      {keys.map((key) => (
        <li key={key}>
          {figureName(key, contracts)} {figureText(key, figures[key] ?? null, format)}
        </li>
      ))}
    </ul>
  );
}

interface ActionProps {
  readonly month: ClockMonth;
  readonly onChoose: (month: ClockMonth) => void;
}

function MonthAction({ month, onChoose }: ActionProps) {
  const format = useFormat();
  const { state, ended } = month;
  if (!ended || (state !== 'open' && state !== 'differs')) return null;
  const word = state === 'open' ? m.reports_months_close() : m.reports_months_restate();
  return (
    <Button size="small" aria-label={`${word} ${format.period(month.month)}`} onClick={() => onChoose(month)}>
      {word}
    </Button>
  );
}
