import type { UnitKind } from '@zhiheng/contract/organisation/organisation';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { useMay } from '../../identity/index.ts';
import { UnitActions } from './unit-actions.tsx';
import type { UnitDraft } from './unit-dialog.tsx';
import { inTreeOrder, type PlacedUnit } from './unit-tree.ts';
import { unitKindWords } from './unit-kind-words.ts';
import type { Unit } from '@zhiheng/contract/organisation/organisation';
import styles from './units-table.module.css';

interface Props {
  readonly kind: UnitKind;
  readonly units: readonly Unit[];
  readonly onEdit: (draft: UnitDraft) => void;
}

export function UnitsTable({ kind, units, onEdit }: Props) {
  const format = useFormat();
  const may = useMay();
  const columns: Column<PlacedUnit>[] = [
    {
      key: 'name',
      title: m.admin_unit_name(),
      cell: ({ unit, depth }) => (
        <span className={styles.name} style={{ paddingInlineStart: depth * 20 }}>
          {depth === 0 ? null : (
            <span className={styles.branch} aria-hidden="true">
              └
            </span>
          )}
          {format.text(unit.name)}
        </span>
      ),
    },
    { key: 'code', title: m.shell_code(), cell: ({ unit }) => unit.code },
    { key: 'subjects', title: m.admin_unit_subjects(), align: 'end', cell: ({ unit }) => format.number(unit.subjects) },
  ];
  const actions: Column<PlacedUnit> = {
    key: 'actions',
    title: m.admin_actions(),
    quiet: true,
    align: 'end',
    cell: ({ unit }) => <UnitActions kind={kind} unit={unit} onEdit={onEdit} />,
  };
  return (
    <DataTable
      label={unitKindWords[kind].tab()}
      columns={may('organisation.manage') ? [...columns, actions] : columns}
      rows={inTreeOrder(units)}
      rowKey={({ unit }) => unit.id}
    />
  );
}
