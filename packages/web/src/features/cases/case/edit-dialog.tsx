import type { ServiceCase } from '@zhiheng/contract/cases/case';
import { Form } from 'antd';
import { useEffect, useState } from 'react';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import {
  AssignFields,
  ComplaintFields,
  ContactFields,
  isLooped,
  PartyFields,
  PlaceFields,
  TagsField,
  TypeField,
  WhatFields,
} from '../fields/case-fields.tsx';
import { CustomFields } from '../custom/custom-fields.tsx';
import { changedValues, valuesOf, type CaseValues } from '../fields/case-values.ts';
import type { SaveCase } from './use-save-case.ts';

interface Props {
  readonly shown: ServiceCase;
  readonly saving: SaveCase;
  readonly onClose: () => void;
}

/** All fields of a case. What others save meanwhile is not overwritten: only fields changed here are sent, and with the version that was read. */
export function EditDialog({ shown, saving, onClose }: Props) {
  const [form] = Form.useForm<CaseValues>();
  const [base] = useState(shown);
  const type = Form.useWatch('type', form) ?? base.type;
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
      title={m.cases_edit_title()}
      open
      width={720}
      onClose={onClose}
      form={form}
      initialValues={valuesOf(base)}
      onSubmit={submit}
      pending={saving.pending}
      error={error}
      submitLabel={m.cases_edit_save()}
    >
      <TypeField />
      <WhatFields />
      <PlaceFields />
      <CustomFields type={type} />
      {isLooped(type) ? <ComplaintFields withRemedy /> : null}
      {base.masked ? null : <ContactFields />}
      <PartyFields />
      <AssignFields />
      <TagsField />
    </FormDialog>
  );
}
