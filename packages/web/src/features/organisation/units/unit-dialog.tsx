import { useMutation } from '@tanstack/react-query';
import { createUnit, updateUnit, type Unit, type UnitKind } from '@zhiheng/contract/organisation/organisation';
import type { LocalText } from '@zhiheng/contract/values/text';
import { Form, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { CodeField } from '../../../ui/code-field.tsx';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { LocalTextFields } from '../../../ui/local-text-fields.tsx';
import { idsWithin, inTreeOrder } from './unit-tree.ts';
import { unitKindWords } from './unit-kind-words.ts';

/** `unit` null: a new one, below `parentId`. */
export interface UnitDraft {
  readonly unit: Unit | null;
  readonly parentId: string | null;
}

interface Values {
  readonly code: string;
  readonly name: LocalText;
  readonly parentId?: string | undefined;
}

interface Props {
  readonly kind: UnitKind;
  readonly draft: UnitDraft | null;
  readonly units: readonly Unit[];
  readonly onClose: () => void;
}

const initialOf = (draft: UnitDraft | null): Partial<Values> => {
  const parentId = draft?.parentId ?? undefined;
  const unit = draft?.unit ?? null;
  return unit === null ? { parentId } : { code: unit.code, name: unit.name, parentId };
};

export function UnitDialog({ kind, draft, units, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const format = useFormat();
  const unit = draft?.unit ?? null;
  const save = useMutation({
    mutationFn: ({ code, name, parentId: chosen }: Values) => {
      const parentId = chosen ?? null;
      if (unit === null) return call(createUnit, { params: { kind }, body: { code, name, parentId } });
      return call(updateUnit, { params: { kind, id: unit.id }, body: { name, parentId } });
    },
    meta: { showsError: true, done: m.shell_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  const closed = unit === null ? new Set<string>() : idsWithin(units, unit.id);
  const parents = inTreeOrder(units).filter((placed) => !closed.has(placed.unit.id));
  return (
    <FormDialog
      title={unit === null ? unitKindWords[kind].add() : unitKindWords[kind].edit()}
      open={draft !== null}
      onClose={onClose}
      form={form}
      initialValues={initialOf(draft)}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.shell_save()}
    >
      <LocalTextFields name="name" suggestsCode={unit === null} />
      {unit === null ? <CodeField /> : null}
      <Form.Item name="parentId" label={m.admin_unit_parent()}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={m.admin_unit_no_parent()}
          options={parents.map((placed) => ({
            value: placed.unit.id,
            label: `${'　'.repeat(placed.depth)}${format.text(placed.unit.name)}`,
          }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
