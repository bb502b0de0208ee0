import type { ServiceCase } from '@zhiheng/contract/cases/case';
import { Form } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { changedValues, valuesOf, type CaseValues } from '../fields/case-values.ts';
import type { SaveCase } from './use-save-case.ts';

export interface CaseFormProps {
  readonly shown: ServiceCase;
  readonly saving: SaveCase;
  readonly onClose: () => void;
}
interface Props extends CaseFormProps {
  readonly title: string;
  readonly width: number;
  readonly children: ReactNode;
}

/** Fields of a case in a dialog. What others save meanwhile is not overwritten: only fields changed here are sent, and with the version that was read. */
export function CaseFormDialog({ shown, saving, onClose, title, width, children }: Props) {
  const [form] = Form.useForm<CaseValues>();
  const [base] = useState(shown);
  const { error } = saving;
  useEffect(() => showFieldProblems(form, error), [form, error]);
  const submit = (values: CaseValues) => {
    const change = changedValues(valuesOf(base), values);
    if (Object.keys(change).length === 0) return onClose();
    const onSaved = () => {
      showToast({ tone: 'good', words: m.cases_saved() });
      onClose();
    };
    saving.save({ base, change, onSaved });
  };
  return (
    <FormDialog
      title={title}
      open
      width={width}
      onClose={onClose}
      form={form}
      initialValues={valuesOf(base)}
      onSubmit={submit}
      pending={saving.pending}
      error={error}
      submitLabel={m.cases_edit_save()}
    >
      {children}
    </FormDialog>
  );
}
