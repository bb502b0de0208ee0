import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { createSurvey, type InstrumentRow } from '@zhiheng/contract/surveys/surveys';
import type { LocalText } from '@zhiheng/contract/values/text';
import type { Form as SurveyForm } from '@zhiheng/forms/definition';
import { Form } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { LocalTextFields } from '../../../ui/local-text-fields.tsx';

export type Beginning =
  { readonly kind: 'form'; readonly form: SurveyForm } | { readonly kind: 'instrument'; readonly instrument: InstrumentRow };

interface Props {
  readonly beginning: Beginning;
  readonly onClose: () => void;
}

interface Values {
  readonly name: LocalText;
}

/** Asks for the name, makes the survey and opens the builder. */
export function CreateDialog({ beginning, onClose }: Props) {
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const create = useMutation({
    mutationFn: ({ name }: Values) => call(createSurvey, { body: { name, ...originOf(beginning, name) } }),
    meta: { showsError: true },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ id }) => void navigate({ to: '/app/surveys/$id/build', params: { id } }),
  });
  return (
    <FormDialog
      title={m.surveys_create_title()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ name: nameOf(beginning) }}
      onSubmit={(values) => create.mutate(values)}
      pending={create.isPending}
      error={create.error}
      submitLabel={m.surveys_create()}
    >
      <LocalTextFields name="name" />
    </FormDialog>
  );
}

const nameOf = (beginning: Beginning): LocalText => {
  if (beginning.kind === 'instrument') return beginning.instrument.name;
  const { zh = '', en = '' } = beginning.form.title;
  return { zh, en };
};

/** A form without a title gets the name as its title. */
function originOf(beginning: Beginning, name: LocalText) {
  if (beginning.kind === 'instrument') return { instrument: beginning.instrument.code };
  const { form } = beginning;
  return { form: Object.keys(form.title).length === 0 ? { ...form, title: { zh: name.zh, en: name.en } } : form };
}
