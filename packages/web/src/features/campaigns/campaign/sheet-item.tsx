import { useQuery } from '@tanstack/react-query';
import type { CampaignPlan } from '@zhiheng/contract/campaigns/plan';
import { getSurvey } from '@zhiheng/contract/surveys/surveys';
import { Form, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { useMay } from '../../identity/index.ts';
import { surveyOptionsQuery } from '../campaigns.query.ts';
import type { PlanValues } from './plan-values.ts';

const taken = 'none';

/** What experts fill in: the questions of a survey, which may be one made for them alone. */
export function SheetItem({ sheet }: Pick<CampaignPlan, 'sheet'>) {
  const form = Form.useFormInstance<PlanValues>();
  const format = useFormat();
  const methods = Form.useWatch('methods', form);
  const { data = [] } = useQuery(surveyOptionsQuery(useMay()('surveys.read')));
  if (methods?.some((kind) => kind === 'experts' || kind === 'outside') !== true) return null;
  const questions = sheet?.pages.reduce((sum, page) => sum + page.questions.length, 0) ?? 0;
  return (
    <Form.Item
      name="sheetFrom"
      label={m.campaigns_sheet()}
      extra={sheet === null ? m.campaigns_sheet_help() : m.campaigns_sheet_now({ n: format.number(questions) })}
    >
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={m.campaigns_sheet_keep()}
        options={[
          ...(sheet === null ? [] : [{ value: taken, label: m.campaigns_sheet_take_away() }]),
          ...data.map(({ id, name }) => ({ value: id, label: m.campaigns_sheet_from({ name: format.text(name) }) })),
        ]}
      />
    </Form.Item>
  );
}

/** The part of the plan that the choice changes. */
export async function sheetOf(from: string | null | undefined): Promise<Partial<Pick<CampaignPlan, 'sheet'>>> {
  if (from === undefined || from === null) return {};
  if (from === taken) return { sheet: null };
  const { form } = await call(getSurvey, { params: { id: from } });
  return { sheet: form };
}
