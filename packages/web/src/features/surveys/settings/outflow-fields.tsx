import { DeleteOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { Outflow, Survey } from '@zhiheng/contract/surveys/surveys';
import { Button, Form, Select } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { indicatorOptionsQuery } from './indicator-options.query.ts';
import { scoreOptions } from './score-options.ts';
import styles from './settings.module.css';

/** Which scores become values of which indicators. */
export function OutflowFields({ survey }: { readonly survey: Survey }) {
  return (
    <Form.Item name="outflows" noStyle>
      <Outflows survey={survey} />
    </Form.Item>
  );
}

interface Props {
  readonly survey: Survey;
  readonly value?: readonly Outflow[];
  readonly onChange?: (value: Outflow[]) => void;
}

const none: readonly Outflow[] = [];

function Outflows({ survey, value = none, onChange }: Props) {
  const format = useFormat();
  const indicators = useQuery(indicatorOptionsQuery);
  const scores = scoreOptions(survey.form, format.locale);
  const [first] = scores;
  const [indicator] = indicators.data ?? [];
  if (first === undefined) return <p className={styles.quiet}>{m.surveys_no_scores()}</p>;
  return (
    <div className={styles.lines}>
      {value.map((outflow, at) => (
        <div key={at} className={styles.line}>
          <Select
            aria-label={m.surveys_outflow_score()}
            className={styles.wide ?? ''}
            value={outflow.part === null ? outflow.measure : `${outflow.measure}.${outflow.part}`}
            options={scores.map(({ value: score, label }) => ({ value: score, label }))}
            onChange={(chosen) => {
              const score = scores.find((each) => each.value === chosen);
              if (score !== undefined) onChange?.(value.with(at, { ...outflow, measure: score.measure, part: score.part }));
            }}
          />
          <span aria-hidden="true">→</span>
          <Select
            aria-label={m.surveys_outflow_indicator()}
            className={styles.wide ?? ''}
            showSearch={{ optionFilterProp: 'label' }}
            loading={indicators.isPending}
            value={outflow.indicatorId}
            options={(indicators.data ?? []).map(({ id, name }) => ({ value: id, label: format.text(name) }))}
            onChange={(indicatorId) => onChange?.(value.with(at, { ...outflow, indicatorId }))}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={m.surveys_outflow_remove({ n: String(at + 1) })}
            onClick={() => onChange?.(value.toSpliced(at, 1))}
          />
        </div>
      ))}
      <span>
        <Button
          size="small"
          type="dashed"
          disabled={indicator === undefined || value.length >= 60}
          onClick={() =>
            indicator === undefined
              ? undefined
              : onChange?.([...value, { measure: first.measure, part: first.part, indicatorId: indicator.id }])
          }
        >
          + {m.surveys_outflow_add()}
        </Button>
      </span>
    </div>
  );
}
