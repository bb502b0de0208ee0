import { DeleteOutlined } from '@ant-design/icons';
import type { FollowUpRule, Survey } from '@zhiheng/contract/surveys/surveys';
import { Button, Form, InputNumber, Select } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Labelled } from '../../../ui/labelled.tsx';
import { OwnerSelect } from '../../subjects/index.ts';
import { scoreOptions, type ScoreOption } from './score-options.ts';
import styles from './settings.module.css';

/** Who answers like this is called back. Nobody is, where nobody is known. */
export function FollowUpFields({ survey }: { readonly survey: Survey }) {
  const form = Form.useFormInstance<{ anonymous: boolean }>();
  const anonymous = Form.useWatch('anonymous', form) ?? survey.settings.anonymous;
  if (anonymous) return <p className={styles.quiet}>{m.surveys_follow_ups_anonymous()}</p>;
  return (
    <Form.Item name="followUps" noStyle>
      <Rules survey={survey} />
    </Form.Item>
  );
}

interface Props {
  readonly survey: Survey;
  readonly value?: readonly FollowUpRule[];
  readonly onChange?: (value: FollowUpRule[]) => void;
}

const none: readonly FollowUpRule[] = [];
const mostRules = 10;
const usualHours = 48;

function Rules({ survey, value = none, onChange }: Props) {
  const format = useFormat();
  const scores = scoreOptions(survey.form, format.locale).filter(({ part }) => part === null);
  const [first] = scores;
  if (first === undefined) return <p className={styles.quiet}>{m.surveys_no_scores()}</p>;
  return (
    <div className={styles.lines}>
      {value.map((rule, at) => (
        <RuleLine
          key={at}
          rule={rule}
          place={at + 1}
          scores={scores}
          onChange={(next) => onChange?.(value.with(at, next))}
          onRemove={() => onChange?.(value.toSpliced(at, 1))}
        />
      ))}
      <span>
        <Button
          size="small"
          type="dashed"
          disabled={value.length >= mostRules}
          onClick={() => onChange?.([...value, { measure: first.measure, atMost: 0, ownerId: null, hours: usualHours }])}
        >
          + {m.surveys_follow_up_add()}
        </Button>
      </span>
    </div>
  );
}

interface LineProps {
  readonly rule: FollowUpRule;
  readonly place: number;
  readonly scores: readonly ScoreOption[];
  readonly onChange: (rule: FollowUpRule) => void;
  readonly onRemove: () => void;
}

function RuleLine({ rule, place, scores, onChange, onRemove }: LineProps) {
  return (
    <div className={styles.line} role="group" aria-label={m.surveys_follow_up({ n: String(place) })}>
      <Labelled label={m.surveys_follow_up_when()}>
        {(id) => (
          <Select
            id={id}
            className={styles.score ?? ''}
            value={rule.measure}
            options={scores.map(({ value, label }) => ({ value, label }))}
            onChange={(measure) => onChange({ ...rule, measure })}
          />
        )}
      </Labelled>
      <Labelled label={m.surveys_follow_up_at_most()}>
        {(id) => <InputNumber id={id} value={rule.atMost} onChange={(atMost) => onChange({ ...rule, atMost: atMost ?? 0 })} />}
      </Labelled>
      <Labelled label={m.surveys_follow_up_owner()}>
        {(id) => (
          <OwnerSelect
            id={id}
            placeholder={m.surveys_follow_up_owner_usual()}
            value={rule.ownerId}
            onChange={(ownerId) => onChange({ ...rule, ownerId })}
          />
        )}
      </Labelled>
      <Labelled label={m.surveys_follow_up_hours()}>
        {(id) => (
          <InputNumber
            id={id}
            min={1}
            max={2160}
            value={rule.hours}
            onChange={(hours) => onChange({ ...rule, hours: hours ?? usualHours })}
          />
        )}
      </Labelled>
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={`${m.surveys_build_remove()}: ${m.surveys_follow_up({ n: String(place) })}`}
        onClick={onRemove}
      />
    </div>
  );
}
