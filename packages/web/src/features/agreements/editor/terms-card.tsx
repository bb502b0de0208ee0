import { caseStatus } from '@zhiheng/contract/cases/case';
import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FormPair } from '../../../ui/form-pair.tsx';
import { valueText } from '../condition-text.ts';
import type { CardProps } from './draft-cards.tsx';
import { FindingList, findingsAt } from './findings.tsx';
import styles from './editor.module.css';

const firstCredit = { percentPerBreach: 2, monthlyCapPercent: 20 };

/** How much is to be met, what a breach costs, when the agreement is looked at again. */
export function TermsCard({ definition, findings, onChange }: CardProps) {
  const { attainmentGoal, credit, reviewOn, closed } = definition;
  return (
    <Card title={m.agreements_terms()}>
      <Form layout="vertical" component="div">
        <FormPair>
          <Form.Item label={m.agreements_attainment()} htmlFor="attainment" extra={m.agreements_attainment_hint()}>
            <PercentInput id="attainment" value={attainmentGoal} onChange={(next) => onChange({ attainmentGoal: next })} />
          </Form.Item>
          <Form.Item label={m.agreements_review()} htmlFor="review" extra={m.agreements_review_hint()}>
            <Input
              id="review"
              type="date"
              value={reviewOn ?? ''}
              onChange={(event) => onChange({ reviewOn: event.target.value === '' ? null : event.target.value })}
            />
          </Form.Item>
        </FormPair>
        <Form.Item label={m.agreements_closed()} htmlFor="closed" extra={m.agreements_closed_hint()}>
          <Select<string[]>
            id="closed"
            mode="multiple"
            value={closed}
            options={caseStatus.options.map((value) => ({ value, label: valueText(value) }))}
            onChange={(next) => onChange({ closed: next })}
          />
        </Form.Item>
        <FindingList findings={findingsAt(findings, 'closed')} />
        <Checkbox checked={credit !== null} onChange={(event) => onChange({ credit: event.target.checked ? firstCredit : null })}>
          {m.agreements_credit_has()}
        </Checkbox>
        {credit === null ? null : (
          <div className={styles.credit}>
            <FormPair>
              <Form.Item label={m.agreements_credit_each()} htmlFor="credit-each">
                <PercentInput
                  id="credit-each"
                  value={credit.percentPerBreach}
                  onChange={(percentPerBreach) => onChange({ credit: { ...credit, percentPerBreach } })}
                />
              </Form.Item>
              <Form.Item label={m.agreements_credit_cap()} htmlFor="credit-cap">
                <PercentInput
                  id="credit-cap"
                  value={credit.monthlyCapPercent}
                  onChange={(monthlyCapPercent) => onChange({ credit: { ...credit, monthlyCapPercent } })}
                />
              </Form.Item>
            </FormPair>
          </div>
        )}
      </Form>
    </Card>
  );
}

interface PercentProps {
  readonly id: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function PercentInput({ id, value, onChange }: PercentProps) {
  return (
    <InputNumber<number>
      id={id}
      min={0}
      max={100}
      suffix="%"
      className={styles.percent ?? ''}
      value={value}
      onChange={(next) => next !== null && onChange(next)}
    />
  );
}
