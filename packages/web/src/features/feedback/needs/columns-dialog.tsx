import { useMutation } from '@tanstack/react-query';
import type { CallInput } from '@zhiheng/contract/endpoint';
import { featureDirection, setHouseColumns, type HouseOfQuality } from '@zhiheng/contract/feedback/needs';
import { Button, Form, Input, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormSection } from '../../../ui/form-section.tsx';
import styles from './house.module.css';

type Body = NonNullable<CallInput<typeof setHouseColumns>['body']>;

interface Props {
  readonly house: HouseOfQuality;
  readonly onClose: () => void;
}

const directionWords = {
  higher: m.feedback_direction_higher,
  lower: m.feedback_direction_lower,
  hit: m.feedback_direction_hit,
} as const;

/** Features and competitors: the columns of the house. */
export function ColumnsDialog({ house, onClose }: Props) {
  const [form] = Form.useForm<Body>();
  const save = useMutation({
    // The ids came with the form and are no fields of it.
    mutationFn: () => call(setHouseColumns, { body: form.getFieldsValue(true) as Body }),
    meta: { showsError: true, done: m.shell_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog
      title={m.feedback_house_columns()}
      open
      width={760}
      onClose={onClose}
      form={form}
      initialValues={bodyOf(house)}
      onSubmit={() => save.mutate()}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.shell_save()}
    >
      <FormSection title={m.feedback_features()} note={m.feedback_features_help()}>
        <FeatureRows />
      </FormSection>
      <FormSection title={m.feedback_competitors()}>
        <CompetitorRows />
      </FormSection>
    </FormDialog>
  );
}

const bodyOf = ({ features, competitors }: HouseOfQuality) => ({
  features: features.map(({ id, name, unit, target, direction }) => ({ id, name, unit, target, direction })),
  competitors: competitors.map(({ id, name }) => ({ id, name })),
});

const required = () => [{ required: true, whitespace: true, message: m.feedback_required() }];

function FeatureRows() {
  return (
    <Form.List name="features">
      {(fields, { add, remove }) => (
        <div className={styles.rows}>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.row}>
              <Form.Item name={[name, 'name']} rules={required()} style={{ margin: 0 }}>
                <Input aria-label={m.feedback_feature_name()} placeholder={m.feedback_feature_name()} maxLength={120} />
              </Form.Item>
              <Form.Item name={[name, 'unit']} noStyle>
                <Input aria-label={m.feedback_feature_unit()} placeholder={m.feedback_feature_unit()} maxLength={40} />
              </Form.Item>
              <Form.Item name={[name, 'target']} noStyle>
                <Input aria-label={m.feedback_feature_target()} placeholder={m.feedback_feature_target()} maxLength={80} />
              </Form.Item>
              <Form.Item name={[name, 'direction']} noStyle>
                <Select
                  aria-label={m.feedback_feature_direction()}
                  options={featureDirection.options.map((value) => ({ value, label: directionWords[value]() }))}
                />
              </Form.Item>
              <Button type="text" aria-label={m.feedback_column_remove()} onClick={() => remove(name)}>
                ×
              </Button>
            </div>
          ))}
          <Button onClick={() => add({ name: '', unit: '', target: '', direction: 'higher' })}>{m.feedback_feature_add()}</Button>
        </div>
      )}
    </Form.List>
  );
}

function CompetitorRows() {
  return (
    <Form.List name="competitors">
      {(fields, { add, remove }) => (
        <div className={styles.rows}>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.plainRow}>
              <Form.Item name={[name, 'name']} rules={required()} style={{ margin: 0 }}>
                <Input aria-label={m.feedback_competitor_name()} placeholder={m.feedback_competitor_name()} maxLength={120} />
              </Form.Item>
              <Button type="text" aria-label={m.feedback_column_remove()} onClick={() => remove(name)}>
                ×
              </Button>
            </div>
          ))}
          <Button onClick={() => add({ name: '' })}>{m.feedback_competitor_add()}</Button>
        </div>
      )}
    </Form.List>
  );
}
