import { deleteCollection, type Collection } from '@zhiheng/contract/measurement/collections';
import { restoreFromTrash } from '@zhiheng/contract/insight/board';
import { call } from '../../lib/call.ts';
import { periodWords } from '../../lib/figures/indicator-words.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { useDeletion } from '../../lib/use-deletion.ts';
import { m } from '../../paraglide/messages.js';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { RowActions } from '../../ui/row-actions.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';
import { useMay } from '../identity/index.ts';

interface Props {
  readonly plans: readonly Collection[];
  readonly onEdit: (id: string) => void;
  readonly onNodes: (id: string) => void;
}

export function PlansTable({ plans, onEdit, onNodes }: Props) {
  const format = useFormat();
  const may = useMay();
  const scope = ({ period, indicators, subjectIds }: Collection) =>
    m.collections_per_period({
      period: periodWords[period](),
      indicators: format.number(indicators.length),
      subjects: format.number(subjectIds.length),
    });
  const columns: Column<Collection>[] = [
    {
      key: 'name',
      title: m.collections_plan(),
      lead: true,
      cell: (plan) => <TwoLines first={format.text(plan.name)} second={scope(plan)} />,
    },
    { key: 'due', title: m.collections_due(), cell: (plan) => m.collections_due_days({ n: plan.dueDays }) },
    { key: 'starts', title: m.collections_plan_starts_on(), cell: (plan) => plan.startsOn },
    { key: 'owner', title: m.collections_owner(), cell: (plan) => plan.ownerName ?? '—' },
    {
      key: 'nodes',
      title: m.collections_key_node(),
      cell: (plan) => (plan.keyNodes.length === 0 ? '—' : m.collections_nodes_count({ n: plan.keyNodes.length })),
    },
  ];
  const actions: Column<Collection> = {
    key: 'actions',
    title: m.admin_actions(),
    quiet: true,
    align: 'end',
    cell: (plan) => <PlanActions plan={plan} onEdit={onEdit} onNodes={onNodes} />,
  };
  return (
    <DataTable
      label={m.collections_plans()}
      columns={may('measurement.define') ? [...columns, actions] : columns}
      rows={plans}
      rowKey={(plan) => plan.id}
    />
  );
}

function PlanActions({ plan, onEdit, onNodes }: Omit<Props, 'plans'> & { readonly plan: Collection }) {
  const format = useFormat();
  const { id } = plan;
  const name = format.text(plan.name);
  const deletion = useDeletion({
    name,
    remove: () => call(deleteCollection, { params: { id } }),
    restore: () => call(restoreFromTrash, { params: { kind: 'collection', id } }),
  });
  return (
    <RowActions
      actions={[
        { label: m.collections_edit(), of: name, onClick: () => onEdit(id) },
        { label: m.collections_nodes_open(), of: name, onClick: () => onNodes(id) },
        { label: m.collections_plan_delete(), of: name, onClick: () => deletion.mutate(), danger: true, pending: deletion.isPending },
      ]}
    />
  );
}
