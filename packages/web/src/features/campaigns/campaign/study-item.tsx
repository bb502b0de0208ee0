import { useQuery } from '@tanstack/react-query';
import { listFieldStudies } from '@zhiheng/contract/fieldwork/studies';
import { Form, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { useMay } from '../../identity/index.ts';
import type { PlanValues } from './plan-values.ts';

/** On which study of fieldwork the campaign rests. */
export function StudyItem() {
  const form = Form.useFormInstance<PlanValues>();
  const format = useFormat();
  const mayRead = useMay()('fieldwork.read');
  const methods = Form.useWatch('methods', form);
  const { data = [] } = useQuery({
    queryKey: ['fieldwork', 'options'],
    queryFn: () => call(listFieldStudies, { query: { limit: 200 } }).then(({ items }) => items),
    enabled: mayRead,
  });
  if (methods?.includes('fieldwork') !== true) return null;
  return (
    <Form.Item name="studyId" label={m.campaigns_study()} normalize={(value: string | undefined) => value ?? null}>
      <Select
        allowClear
        disabled={!mayRead}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={m.campaigns_study_none()}
        options={data.map(({ id, code, name }) => ({ value: id, label: `${code} ${format.text(name)}` }))}
      />
    </Form.Item>
  );
}
