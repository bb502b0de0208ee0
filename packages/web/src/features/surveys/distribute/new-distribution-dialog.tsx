import { useMutation } from '@tanstack/react-query';
import { createDistribution, type Distribution, type DistributionKind } from '@zhiheng/contract/surveys/distributions';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import type { LocalText } from '@zhiheng/contract/values/text';
import { Form, Radio } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { LocalTextFields } from '../../../ui/local-text-fields.tsx';
import { kindFaces, kinds } from './kind-words.ts';
import styles from './distribute.module.css';

interface Props {
  readonly survey: Survey;
  readonly onClose: () => void;
  readonly onMade: (made: Distribution) => void;
}

interface Values {
  readonly kind: DistributionKind;
  readonly name: LocalText;
}

export function NewDistributionDialog({ survey, onClose, onMade }: Props) {
  const [form] = Form.useForm<Values>();
  const create = useMutation({
    mutationFn: ({ kind, name }: Values) => call(createDistribution, { params: { id: survey.id }, body: { kind, name } }),
    meta: { showsError: true, done: m.surveys_way_made() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onMade,
  });
  // The name follows the kind until somebody writes one.
  const follow = (kind: DistributionKind) => {
    if (!form.isFieldTouched(['name', 'zh']) && !form.isFieldTouched(['name', 'en'])) form.setFieldsValue({ name: kindFaces[kind].usual });
  };
  return (
    <FormDialog
      title={m.surveys_way_add()}
      open
      width={600}
      onClose={onClose}
      form={form}
      initialValues={{ kind: 'public', name: kindFaces.public.usual }}
      onSubmit={(values) => create.mutate(values)}
      pending={create.isPending}
      error={create.error}
      submitLabel={m.surveys_create()}
    >
      <Form.Item name="kind" label={m.surveys_way_kind()}>
        <Radio.Group className={styles.kinds ?? ''} onChange={(event) => follow(event.target.value as DistributionKind)}>
          {kinds.map((kind) => (
            <Radio key={kind} value={kind}>
              <span className={styles.kind}>
                {kindFaces[kind].name()}
                <span className={styles.quiet}>{kindFaces[kind].about()}</span>
              </span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <LocalTextFields name="name" />
    </FormDialog>
  );
}
