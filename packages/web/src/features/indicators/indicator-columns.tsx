import { Link } from '@tanstack/react-router';
import type { Figure } from '@zhiheng/contract/evaluation/scores';
import type { Indicator } from '@zhiheng/contract/measurement/indicators';
import { measureWords, perspectiveWords } from '../../lib/figures/indicator-words.ts';
import { statusTones, statusWordOf } from '../../lib/figures/status-words.ts';
import { targetText } from '../../lib/figures/target-text.ts';
import { valueText } from '../../lib/figures/format-value.ts';
import type { Format } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import type { Column } from '../../ui/data-table.tsx';
import { RowActions } from '../../ui/row-actions.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';

interface Reader {
  readonly format: Format;
  readonly figures: ReadonlyMap<string, Figure> | undefined;
  readonly editable: boolean;
  readonly onEdit: (code: string) => void;
  readonly onDelete: (indicator: Indicator) => void;
}

export function indicatorColumns(reader: Reader): Column<Indicator>[] {
  const { format, figures, editable } = reader;
  const facts: Column<Indicator>[] = [
    { key: 'name', title: m.library_name(), width: '30%', cell: (row) => nameOf(row, format) },
    { key: 'perspective', title: m.library_perspective(), width: '15%', cell: (row) => perspectiveWords[row.perspective]() },
    { key: 'measure', title: m.library_measure(), width: '9%', cell: (row) => measureWords[row.measure]() },
    { key: 'target', title: m.library_target(), width: '13%', align: 'end', cell: (row) => targetOf(row, format) },
    { key: 'current', title: m.library_current(), width: '13%', align: 'end', cell: (row) => currentOf(row, figures, format) },
    { key: 'status', title: m.library_status(), width: '11%', cell: (row) => <Status figure={figures?.get(row.code)} /> },
  ];
  return editable
    ? [
        ...facts,
        { key: 'actions', title: m.library_actions(), width: '9%', quiet: true, align: 'end', cell: (row) => actionsOf(row, reader) },
      ]
    : facts;
}

const nameOf = (indicator: Indicator, format: Format) => (
  <TwoLines
    first={
      <Link to="/app/indicators/$code" params={{ code: indicator.code }}>
        {format.text(indicator.name)}
      </Link>
    }
    second={indicator.code}
  />
);

function Status({ figure }: { readonly figure: Figure | undefined }) {
  if (figure === undefined) return <>–</>;
  if (figure.value === null) return <StatusBadge tone="idle">{m.library_not_measured()}</StatusBadge>;
  return <StatusBadge tone={statusTones[figure.status]}>{statusWordOf(figure)}</StatusBadge>;
}

function targetOf(indicator: Indicator, format: Format): string {
  const target = indicator.limits?.target ?? null;
  return target === null ? '–' : targetText(indicator, target, format.locale);
}

function currentOf(indicator: Indicator, figures: Reader['figures'], format: Format): string {
  const value = figures?.get(indicator.code)?.value ?? null;
  return value === null ? '–' : valueText(indicator, value, format.locale);
}

const actionsOf = (indicator: Indicator, { format, onEdit, onDelete }: Reader) => (
  <RowActions
    actions={[
      { label: m.library_edit(), of: format.text(indicator.name), onClick: () => onEdit(indicator.code) },
      { label: m.library_delete_short(), of: format.text(indicator.name), onClick: () => onDelete(indicator), danger: true },
    ]}
  />
);
