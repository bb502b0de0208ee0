import { deleteCaseCategory, restoreCaseCategory, type CaseCategory } from '@zhiheng/contract/cases/categories';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { useDeletion } from '../../../lib/use-deletion.ts';
import { m } from '../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { RowActions } from '../../../ui/row-actions.tsx';
import { usePartOptions } from '../../subjects/index.ts';
import { categoryTree, type CategoryPlace } from '../fields/category-options.ts';
import { typeWords } from '../words/case-words.ts';
import type { CategoryDraft } from './category-dialog.tsx';

interface Props {
  readonly categories: readonly CaseCategory[];
  readonly mayDefine: boolean;
  readonly onEdit: (draft: CategoryDraft) => void;
}

export function CategoriesTable({ categories, mayDefine, onEdit }: Props) {
  const format = useFormat();
  const teams = usePartOptions().team;
  const teamName = (id: string | null) => teams.find((team) => team.id === id)?.name;
  const columns: Column<CategoryPlace>[] = [
    {
      key: 'name',
      title: m.cases_categories_name(),
      lead: true,
      cell: ({ category, depth }) => (
        <span style={{ paddingInlineStart: depth * 20, fontWeight: depth === 0 ? 600 : 400 }}>{format.text(category.name)}</span>
      ),
    },
    { key: 'code', title: m.cases_categories_code(), cell: ({ category }) => <code>{category.code}</code> },
    {
      key: 'types',
      title: m.cases_categories_types(),
      cell: ({ category: { types } }) =>
        types.length === 0 ? m.cases_categories_types_all() : format.list(types.map((type) => typeWords[type]())),
    },
    {
      key: 'team',
      title: m.cases_categories_team(),
      cell: ({ category }) => {
        const name = teamName(category.teamId);
        return name === undefined ? '—' : format.text(name);
      },
    },
    { key: 'cases', title: m.cases_categories_cases(), align: 'end', cell: ({ category }) => format.number(category.cases) },
  ];
  const actions: Column<CategoryPlace> = {
    key: 'actions',
    title: m.cases_categories_actions(),
    align: 'end',
    quiet: true,
    cell: ({ category }) => <CategoryActions category={category} onEdit={onEdit} />,
  };
  return (
    <DataTable
      label={m.cases_nav_categories()}
      columns={mayDefine ? [...columns, actions] : columns}
      rows={categoryTree(categories)}
      rowKey={({ category }) => category.id}
    />
  );
}

function CategoryActions({ category, onEdit }: { readonly category: CaseCategory; readonly onEdit: Props['onEdit'] }) {
  const format = useFormat();
  const name = format.text(category.name);
  const { id } = category;
  const deletion = useDeletion({
    name,
    remove: () => call(deleteCaseCategory, { params: { id } }),
    restore: () => call(restoreCaseCategory, { params: { id } }),
  });
  return (
    <RowActions
      actions={[
        { label: m.cases_categories_below(), of: name, onClick: () => onEdit({ category: null, parentId: id }) },
        { label: m.cases_categories_change(), of: name, onClick: () => onEdit({ category, parentId: category.parentId }) },
        { label: m.cases_categories_delete(), of: name, danger: true, pending: deletion.isPending, onClick: () => deletion.mutate() },
      ]}
    />
  );
}
