import type { Figure } from '@zhiheng/contract/evaluation/scores';
import { dimension } from '@zhiheng/contract/measurement/indicator';
import type { Indicator } from '@zhiheng/contract/measurement/indicators';
import { dimensionWords } from '../../lib/figures/indicator-words.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { DataTable } from '../../ui/data-table.tsx';
import { useMay } from '../identity/index.ts';
import { indicatorColumns } from './indicator-columns.tsx';
import { useDeleteIndicator } from './use-delete-indicator.ts';

interface Props {
  readonly indicators: readonly Indicator[];
  readonly figures: ReadonlyMap<string, Figure> | undefined;
  readonly onEdit: (code: string) => void;
}

/** The library by quality dimension. */
export function IndicatorGroups({ indicators, figures, onEdit }: Props) {
  const format = useFormat();
  const may = useMay();
  const remove = useDeleteIndicator();
  const columns = indicatorColumns({ format, figures, onEdit, onDelete: remove, editable: may('measurement.define') });
  const rows = dimension.options.flatMap((name) => indicators.filter((indicator) => indicator.dimension === name));
  if (rows.length === 0) return null;
  return (
    <DataTable
      label={m.library_title()}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.code}
      groupOf={(row) => dimensionWords[row.dimension]()}
    />
  );
}
