import { useMutation } from '@tanstack/react-query';
import type { CallInput } from '@zhiheng/contract/endpoint';
import type { Finding } from '@zhiheng/contract/findings/findings';
import {
  costPart,
  judgedCriterion,
  setFindingPriority,
  type CostPart,
  type FindingPriority,
  type JudgedCriterion,
} from '@zhiheng/contract/findings/priority';
import { Button, Form, Input, InputNumber, Segmented } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { costWords, criterionWords } from '../ranking/criterion-words.ts';
import styles from '../findings.module.css';

interface CostValues {
  readonly quantity: number | null;
  readonly rate: number | null;
  readonly note: string;
}
interface Values {
  readonly scores: Partial<Record<JudgedCriterion, number>>;
  readonly costs: Partial<Record<CostPart, CostValues>>;
}

interface Props {
  readonly finding: Finding;
  readonly priority: FindingPriority;
  readonly onClose: () => void;
}

/** Scores 1 to 5, and what it costs: each amount is entered, or taken from what is counted. */
export function ScoreDialog({ finding, priority, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const [base] = useState(finding);
  const [taken, setTaken] = useState<readonly CostPart[]>(partsFrom(priority, 'data'));
  const save = useMutation({
    mutationFn: ({ scores, costs }: Values) =>
      call(setFindingPriority, { params: { id: base.id }, body: { version: base.version, scores, costs: costsOf(costs, taken) } }),
    meta: { showsError: true, done: m.findings_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={m.findings_score()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ scores: priority.scores, costs: priority.costs }}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.findings_save()}
      width={680}
    >
      <p className={styles.grey}>{m.findings_scores_help()}</p>
      {judgedCriterion.options.map((criterion) => (
        <Form.Item key={criterion} name={['scores', criterion]} label={criterionWords[criterion]()}>
          <Segmented options={[1, 2, 3, 4, 5]} />
        </Form.Item>
      ))}
      <h3>{m.findings_cost()}</h3>
      {costPart.options.map((part) => (
        <CostRow
          key={part}
          part={part}
          counted={priority.counted[part]}
          isTaken={taken.includes(part)}
          onTake={() => setTaken(taken.includes(part) ? taken.filter((each) => each !== part) : [...taken, part])}
        />
      ))}
    </FormDialog>
  );
}

interface CostRowProps {
  readonly part: CostPart;
  readonly counted: FindingPriority['counted'][CostPart];
  readonly isTaken: boolean;
  readonly onTake: () => void;
}

function CostRow({ part, counted, isTaken, onTake }: CostRowProps) {
  const format = useFormat();
  const name = costWords[part]();
  return (
    <div className={styles.row}>
      <span>
        {name}
        {counted === undefined ? null : (
          <Button
            size="small"
            type={isTaken ? 'primary' : 'default'}
            aria-pressed={isTaken}
            style={{ marginInlineStart: 8 }}
            onClick={onTake}
          >
            {m.findings_cost_take({ n: format.number(counted.quantity) })}
          </Button>
        )}
      </span>
      <Form.Item name={['costs', part, 'quantity']} noStyle>
        <InputNumber
          aria-label={`${name}: ${m.findings_cost_quantity()}`}
          placeholder={m.findings_cost_quantity()}
          min={0}
          disabled={isTaken}
          style={{ width: '100%' }}
        />
      </Form.Item>
      <Form.Item name={['costs', part, 'rate']} noStyle>
        <InputNumber
          aria-label={`${name}: ${m.findings_cost_rate()}`}
          placeholder={m.findings_cost_rate()}
          min={0}
          disabled={isTaken}
          style={{ width: '100%' }}
        />
      </Form.Item>
      <Form.Item name={['costs', part, 'note']} noStyle>
        <Input aria-label={`${name}: ${m.findings_cost_note()}`} placeholder={m.findings_cost_note()} maxLength={400} disabled={isTaken} />
      </Form.Item>
    </div>
  );
}

const partsFrom = ({ costs }: FindingPriority, source: 'data' | 'entered'): CostPart[] =>
  costPart.options.filter((part) => costs[part]?.source === source);

type GivenCosts = NonNullable<CallInput<typeof setFindingPriority>['body']>['costs'];

/** What is taken is counted by the server; what has no quantity and no rate says nothing. */
function costsOf(costs: Values['costs'], taken: readonly CostPart[]): GivenCosts {
  const given: GivenCosts = {};
  for (const part of costPart.options) {
    const { quantity = null, rate = null, note = '' } = costs[part] ?? {};
    if (taken.includes(part)) given[part] = { source: 'data' };
    else if (quantity !== null && rate !== null) given[part] = { source: 'entered', quantity, rate, note };
  }
  return given;
}
