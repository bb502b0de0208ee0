import { useQuery } from '@tanstack/react-query';
import type { Widget } from '@zhiheng/contract/insight/shared-boards';
import { widgetKind, type WidgetKind } from '@zhiheng/contract/insight/widget';
import { Form, Input, Select } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { indicatorsQuery } from '../../indicators/index.ts';
import { widgetWords } from '../widgets/widget-words.ts';

interface Values {
  readonly kind: WidgetKind;
  readonly indicator?: string;
  readonly text?: string;
}

interface Props {
  readonly onClose: () => void;
  readonly onAdd: (widget: Widget) => void;
}

const usualWidth = {
  kpi: 'third',
  trend: 'half',
  ranking: 'half',
  attention: 'half',
  findings: 'half',
  projects: 'half',
  text: 'full',
} as const;

export function AddWidgetDialog({ onClose, onAdd }: Props) {
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form);
  const add = ({ kind: chosen, indicator, text = '' }: Values) => {
    onAdd({ id: crypto.randomUUID(), kind: chosen, width: usualWidth[chosen], indicator: indicator ?? null, text });
    onClose();
  };
  return (
    <FormDialog<Values>
      title={m.boards_widget_add()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ kind: 'kpi' }}
      onSubmit={add}
      pending={false}
      error={null}
      submitLabel={m.boards_widget_add()}
    >
      <Form.Item name="kind" label={m.boards_widget_kind()}>
        <Select options={widgetKind.options.map((value) => ({ value, label: widgetWords[value]() }))} />
      </Form.Item>
      {kind === 'kpi' || kind === 'trend' ? <IndicatorField /> : null}
      {kind === 'text' ? (
        <Form.Item name="text" label={m.boards_text()}>
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
      ) : null}
    </FormDialog>
  );
}

function IndicatorField() {
  const format = useFormat();
  const { data } = useQuery(indicatorsQuery);
  const options = (data ?? []).map(({ code, name }) => ({ value: code, label: format.text(name) }));
  return (
    <Form.Item name="indicator" label={m.boards_indicator()}>
      <Select showSearch allowClear optionFilterProp="label" placeholder={m.boards_indicator_first()} options={options} />
    </Form.Item>
  );
}
