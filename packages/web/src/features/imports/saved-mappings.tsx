import { useMutation } from '@tanstack/react-query';
import type { ImportMapping, SavedMapping } from '@zhiheng/contract/measurement/imports';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { deleteMappingOf, type FileOptions } from './imports.query.ts';
import { Labelled } from '../../ui/labelled.tsx';
import { SaveMappingDialog } from './save-mapping-dialog.tsx';
import styles from './wizard.module.css';

interface Props {
  readonly saved: readonly SavedMapping[];
  readonly chosen: string | null;
  readonly mapping: ImportMapping | null;
  readonly options: FileOptions;
  readonly onLoad: (mapping: SavedMapping) => void;
  readonly onSaved: (id: string) => void;
}

/** Mappings to use again: load, save, delete. */
export function SavedMappings({ saved, chosen, mapping, options, onLoad, onSaved }: Props) {
  const [saving, setSaving] = useState(false);
  const [asking, setAsking] = useState(false);
  const current = saved.find((one) => one.id === chosen);
  const remove = useMutation({
    mutationFn: deleteMappingOf,
    meta: { done: m.imports_mapping_deleted() },
    onSettled: () => setAsking(false),
  });
  return (
    <Card title={m.imports_saved_mapping()} aside={m.imports_save_mapping_hint()}>
      <div className={styles.saved}>
        <Labelled label={m.imports_saved_mapping_choose()}>
          {(id) => (
            <Select
              id={id}
              disabled={saved.length === 0}
              placeholder={m.imports_choose_unit()}
              value={current?.id ?? null}
              options={saved.map((one) => ({ value: one.id, label: one.name }))}
              onChange={(next: string | null) => {
                const found = saved.find((one) => one.id === next);
                if (found !== undefined) onLoad(found);
              }}
            />
          )}
        </Labelled>
        <Button disabled={mapping === null} onClick={() => setSaving(true)}>
          {m.imports_save_mapping()}
        </Button>
        {current === undefined ? null : (
          <Button type="text" danger onClick={() => setAsking(true)}>
            {m.imports_delete_mapping({ name: current.name })}
          </Button>
        )}
      </div>
      {mapping === null ? null : (
        <SaveMappingDialog
          open={saving}
          start={current}
          mapping={mapping}
          options={options}
          onClose={() => setSaving(false)}
          onSaved={onSaved}
        />
      )}
      {current === undefined ? null : (
        <ConfirmDialog
          title={m.imports_delete_mapping({ name: current.name })}
          open={asking}
          onClose={() => setAsking(false)}
          onConfirm={() => remove.mutate(current.code)}
          confirmLabel={m.imports_delete_mapping({ name: current.name })}
          pending={remove.isPending}
        >
          {m.imports_delete_mapping_confirm({ name: current.name })}
        </ConfirmDialog>
      )}
    </Card>
  );
}
