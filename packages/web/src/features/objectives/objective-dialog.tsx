import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { createObjective, saveObjectiveDraft, type Objective } from '@zhiheng/contract/monitoring/objectives';
import { Form } from 'antd';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { CodeField } from '../../ui/code-field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { LocalTextFields } from '../../ui/local-text-fields.tsx';
import { draftOf, valuesOf, type ObjectiveValues } from './objective-values.ts';
import { PromiseFields } from './promise-fields.tsx';
import { showDraftProblems } from './show-draft-problems.ts';
import { SourceFields } from './source-fields.tsx';

/** Writes an objective, or the next draft of one. */
export function ObjectiveDialog({ objective, onClose }: { readonly objective: Objective | undefined; readonly onClose: () => void }) {
  const format = useFormat();
  const navigate = useNavigate();
  const [form] = Form.useForm<ObjectiveValues>();
  const before = objective?.draft ?? objective?.definition ?? null;
  const save = useMutation({
    mutationFn: (values: ObjectiveValues) => {
      const draft = draftOf(values, format.zone, before);
      const { name, code } = values;
      return objective === undefined
        ? call(createObjective, { body: { code, name, draft } })
        : call(saveObjectiveDraft, { params: { id: objective.id }, body: { revision: objective.revision, name, draft } });
    },
    meta: { showsError: true, done: m.objectives_draft_saved() },
    onError: (error) => showDraftProblems(form, error),
    onSuccess: ({ id }) => (objective === undefined ? navigate({ to: '/app/objectives/$id', params: { id } }) : onClose()),
  });
  return (
    <FormDialog<ObjectiveValues>
      title={objective === undefined ? m.objectives_new() : m.objectives_edit_title({ name: format.text(objective.name) })}
      open
      onClose={onClose}
      form={form}
      initialValues={valuesOf(objective, format.date)}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.objectives_save_draft()}
      width={680}
    >
      <LocalTextFields name="name" suggestsCode={objective === undefined} />
      {objective === undefined ? <CodeField /> : null}
      <SourceFields />
      <PromiseFields />
    </FormDialog>
  );
}
