import { useMutation } from '@tanstack/react-query';
import { caseType } from '@zhiheng/contract/cases/case';
import { saveDistribution, type Distribution } from '@zhiheng/contract/surveys/distributions';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormActions } from '../../../ui/form-actions.tsx';
import { showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormPair } from '../../../ui/form-pair.tsx';
import { LocalTextFields } from '../../../ui/local-text-fields.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { typeWords } from '../../cases/index.ts';
import { partNames, subjectParts, usePartOptions } from '../../subjects/index.ts';
import { anyWords } from '../draft/form-texts.ts';
import { HoursFields } from './hours-fields.tsx';
import { MailFields } from './mail-words.tsx';
import { settingsOf, valuesOf, type WayValues } from './way-values.ts';

interface Props {
  readonly survey: Survey;
  readonly way: Distribution;
  readonly readOnly: boolean;
}

/** When it is open, where its answers belong, and what its kind needs. */
export function WayForm({ survey, way, readOnly }: Props) {
  const { zone } = useFormat();
  const [form] = Form.useForm<WayValues>();
  const save = useMutation({
    mutationFn: (values: WayValues) =>
      call(saveDistribution, {
        params: { id: way.id },
        body: { version: way.version, name: values.name, settings: settingsOf(values, way.settings, zone) },
      }),
    meta: { showsError: true, done: m.shell_saved() },
    onError: (error) => showFieldProblems(form, error, 'settings.'),
  });
  return (
    <Form<WayValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={readOnly}
      initialValues={valuesOf(way, zone)}
      onFinish={(values) => save.mutate(values)}
    >
      <LocalTextFields name="name" />
      <FormPair>
        <Form.Item name="opensAt" label={m.surveys_opens_at()}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="closesAt" label={m.surveys_closes_at()}>
          <Input type="datetime-local" />
        </Form.Item>
      </FormPair>
      <Form.Item name="hours" label={m.surveys_hours()}>
        <HoursFields />
      </Form.Item>
      <SubjectFields />
      <GivenFields survey={survey} />
      <KindFields survey={survey} way={way} />
      <ProblemAlert error={save.error} />
      {readOnly ? null : (
        <FormActions>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {m.shell_save()}
          </Button>
        </FormActions>
      )}
    </Form>
  );
}

function SubjectFields() {
  const format = useFormat();
  const options = usePartOptions();
  return (
    <FormPair>
      {partNames.map((part) => (
        <Form.Item
          key={part}
          name={['subject', subjectParts[part].key]}
          label={subjectParts[part].label()}
          normalize={(value: string | undefined) => value ?? null}
        >
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={m.surveys_as_survey()}
            options={options[part].map(({ id, name }) => ({ value: id, label: format.text(name) }))}
          />
        </Form.Item>
      ))}
    </FormPair>
  );
}

function GivenFields({ survey }: { readonly survey: Survey }) {
  const { locale } = useFormat();
  return survey.form.given.map(({ key, name }) => (
    <Form.Item key={key} name={['given', key]} label={anyWords(name, locale) || key}>
      <Input maxLength={400} autoComplete="off" />
    </Form.Item>
  ));
}

function KindFields({ survey, way }: Pick<Props, 'survey' | 'way'>) {
  switch (way.kind) {
    case 'kiosk':
      return (
        <Form.Item name="resetSeconds" label={m.surveys_reset_seconds()} extra={m.surveys_reset_seconds_help()}>
          <InputNumber min={10} max={600} />
        </Form.Item>
      );
    case 'snippet':
      return (
        <Form.Item name="origins" label={m.surveys_origins()} extra={m.surveys_origins_help()}>
          <Select mode="tags" open={false} suffixIcon={null} maxCount={20} tokenSeparators={[',', '，', ' ']} placeholder="https://" />
        </Form.Item>
      );
    case 'email':
      return (
        <>
          <ReminderField />
          <MailFields survey={survey} way={way} />
        </>
      );
    case 'after-case':
      return (
        <>
          <AfterCaseFields />
          <MailFields survey={survey} way={way} />
        </>
      );
    default:
      return null;
  }
}

const ReminderField = () => (
  <Form.Item name="reminderDays" label={m.surveys_reminders()} extra={m.surveys_reminders_help()}>
    <Select<string[]> mode="tags" open={false} suffixIcon={null} maxCount={5} tokenSeparators={[',', '，', ' ']} />
  </Form.Item>
);

const AfterCaseFields = () => (
  <>
    <FormPair>
      <Form.Item name={['afterCase', 'hours']} label={m.surveys_after_hours()}>
        <InputNumber min={0} max={720} />
      </Form.Item>
      <Form.Item name={['afterCase', 'share']} label={m.surveys_after_share()} extra={m.surveys_after_share_help()}>
        <InputNumber min={1} max={100} suffix="%" />
      </Form.Item>
    </FormPair>
    <Form.Item name={['afterCase', 'types']} label={m.surveys_after_types()}>
      <Select
        mode="multiple"
        placeholder={m.surveys_after_types_all()}
        options={caseType.options.map((value) => ({ value, label: typeWords[value]() }))}
      />
    </Form.Item>
    <ReminderField />
  </>
);
