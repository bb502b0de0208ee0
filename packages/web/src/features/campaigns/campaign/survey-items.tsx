import { useQuery } from '@tanstack/react-query';
import { getSurvey } from '@zhiheng/contract/surveys/surveys';
import { Form, InputNumber, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormPair } from '../../../ui/form-pair.tsx';
import { useMay } from '../../identity/index.ts';
import { surveyOptionsQuery } from '../campaigns.query.ts';
import type { PlanValues } from './plan-values.ts';

/** Which survey is asked, how many answers are wanted, and which of its figures are looked at. */
export function SurveyItems() {
  const form = Form.useFormInstance<PlanValues>();
  const methods = Form.useWatch('methods', form);
  const surveyId = Form.useWatch('surveyId', form) ?? null;
  if (methods?.includes('survey') !== true) return null;
  return (
    <>
      <FormPair>
        <SurveyItem />
        <Form.Item name="wanted" label={m.campaigns_wanted()}>
          <InputNumber min={1} max={10_000_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </FormPair>
      {surveyId === null ? null : <MeasuresItem surveyId={surveyId} />}
    </>
  );
}

function SurveyItem() {
  const form = Form.useFormInstance<PlanValues>();
  const format = useFormat();
  const may = useMay();
  const { data = [] } = useQuery(surveyOptionsQuery(may('surveys.read')));
  return (
    <Form.Item name="surveyId" label={m.campaigns_survey()} normalize={(value: string | undefined) => value ?? null}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={m.campaigns_survey_none()}
        options={data.map(({ id, name }) => ({ value: id, label: format.text(name) }))}
        onChange={() => form.setFieldValue('measures', [])}
      />
    </Form.Item>
  );
}

/** Of a model of many items, such as Kano's, there is no single figure to follow. */
const withoutFigure = ['kano', 'ipa', 'drivers', 'structure', 'ecsi'];

function MeasuresItem({ surveyId }: { readonly surveyId: string }) {
  const format = useFormat();
  const { data } = useQuery({ queryKey: ['surveys', 'one', surveyId], queryFn: () => call(getSurvey, { params: { id: surveyId } }) });
  const measures = (data?.form.measures ?? []).filter(({ kind }) => !withoutFigure.includes(kind));
  return (
    <Form.Item name="measures" label={m.campaigns_measures()}>
      <Select
        mode="multiple"
        placeholder={m.campaigns_measures_none()}
        options={measures.map(({ key, name }) => ({ value: key, label: name[format.locale] ?? Object.values(name)[0] ?? key }))}
      />
    </Form.Item>
  );
}
