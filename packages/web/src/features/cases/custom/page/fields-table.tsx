import { useMutation } from '@tanstack/react-query';
import { updateCaseField, type CaseField } from '@zhiheng/contract/cases/fields';
import { call } from '../../../../lib/call.ts';
import { useFormat } from '../../../../lib/format/use-format.ts';
import { showToast } from '../../../../lib/toast.ts';
import { m } from '../../../../paraglide/messages.js';
import { DataTable, type Column } from '../../../../ui/data-table.tsx';
import { RowActions } from '../../../../ui/row-actions.tsx';
import { StatusBadge } from '../../../../ui/status-badge.tsx';
import { typeWords } from '../../words/case-words.ts';
import { fieldKindWords } from '../custom-words.ts';
import { movedUp } from './moved-up.ts';

interface Props {
  readonly fields: readonly CaseField[];
  /** null where nothing may be changed */
  readonly onEdit: ((field: CaseField) => void) | null;
}

export function FieldsTable({ fields, onEdit }: Props) {
  const format = useFormat();
  const columns: Column<CaseField>[] = [
    { key: 'name', title: m.cases_fields_name(), lead: true, cell: ({ name }) => <strong>{format.text(name)}</strong> },
    { key: 'code', title: m.cases_categories_code(), cell: ({ code }) => <code>{code}</code> },
    { key: 'kind', title: m.cases_fields_kind(), cell: ({ kind }) => fieldKindWords[kind]() },
    {
      key: 'types',
      title: m.cases_categories_types(),
      cell: ({ types }) => (types.length === 0 ? m.cases_categories_types_all() : format.list(types.map((type) => typeWords[type]()))),
    },
    { key: 'required', title: m.cases_fields_required(), cell: ({ required }) => (required ? m.cases_field_yes() : '—') },
    { key: 'listed', title: m.cases_fields_listed(), cell: ({ listed }) => (listed ? m.cases_field_yes() : '—') },
    {
      key: 'state',
      title: m.cases_fields_state(),
      cell: ({ retired }) => (
        <StatusBadge tone={retired ? 'idle' : 'good'}>{retired ? m.cases_fields_retired() : m.cases_fields_used()}</StatusBadge>
      ),
    },
  ];
  const actions = (edit: (field: CaseField) => void): Column<CaseField> => ({
    key: 'actions',
    title: m.cases_categories_actions(),
    align: 'end',
    quiet: true,
    cell: (field) => <FieldActions field={field} fields={fields} onEdit={edit} />,
  });
  return (
    <DataTable
      label={m.cases_nav_fields()}
      columns={onEdit === null ? columns : [...columns, actions(onEdit)]}
      rows={fields}
      rowKey={({ id }) => id}
    />
  );
}

interface ActionsProps {
  readonly field: CaseField;
  readonly fields: readonly CaseField[];
  readonly onEdit: (field: CaseField) => void;
}

function FieldActions({ field, fields, onEdit }: ActionsProps) {
  const format = useFormat();
  const name = format.text(field.name);
  const { id, retired } = field;
  const use = useMutation({
    mutationFn: (next: boolean) => call(updateCaseField, { params: { id }, body: { retired: next } }),
    onSuccess: (_saved, next) =>
      showToast({
        tone: 'good',
        words: next ? m.cases_fields_retired_done({ name }) : m.cases_fields_used_done({ name }),
        ...(next ? { undo: { label: m.shell_undo(), run: () => use.mutate(false) } } : {}),
      }),
  });
  const moves = movedUp(fields, field);
  const move = useMutation({
    mutationFn: async () => {
      for (const one of moves) await call(updateCaseField, { params: { id: one.id }, body: { position: one.position } });
    },
  });
  return (
    <RowActions
      actions={[
        moves.length === 0 ? null : { label: m.cases_fields_up(), of: name, pending: move.isPending, onClick: () => move.mutate() },
        { label: m.cases_categories_change(), of: name, onClick: () => onEdit(field) },
        {
          label: retired ? m.cases_fields_use() : m.cases_fields_retire(),
          of: name,
          danger: !retired,
          pending: use.isPending,
          onClick: () => use.mutate(!retired),
        },
      ]}
    />
  );
}
