import { restoreFromTrash, type trashKind } from '@zhiheng/contract/insight/board';
import { deleteUnit, type Unit, type UnitKind } from '@zhiheng/contract/organisation/organisation';
import type { z } from 'zod';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { useDeletion } from '../../../lib/use-deletion.ts';
import { m } from '../../../paraglide/messages.js';
import { RowActions } from '../../../ui/row-actions.tsx';
import type { UnitDraft } from './unit-dialog.tsx';

const kindInTrash = { teams: 'team', sites: 'site', segments: 'segment' } as const satisfies Record<UnitKind, z.infer<typeof trashKind>>;

interface Props {
  readonly kind: UnitKind;
  readonly unit: Unit;
  readonly onEdit: (draft: UnitDraft) => void;
}

export function UnitActions({ kind, unit, onEdit }: Props) {
  const name = useFormat().text(unit.name);
  const { id, parentId } = unit;
  const deletion = useDeletion({
    name,
    remove: () => call(deleteUnit, { params: { kind, id } }),
    restore: () => call(restoreFromTrash, { params: { kind: kindInTrash[kind], id } }),
  });
  return (
    <RowActions
      actions={[
        { label: m.admin_edit(), of: name, onClick: () => onEdit({ unit, parentId }) },
        { label: m.admin_add_below(), of: name, onClick: () => onEdit({ unit: null, parentId: id }) },
        { label: m.admin_to_trash(), of: name, onClick: () => deletion.mutate(), danger: true, pending: deletion.isPending },
      ]}
    />
  );
}
