import { useMutation, useQuery } from '@tanstack/react-query';
import type { CauseNode } from '@zhiheng/contract/causes/cause-tree';
import { addCauseEvidence, tryCauseEvidence } from '@zhiheng/contract/causes/causes';
import { caseField } from '@zhiheng/contract/causes/evidence';
import { Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { indicatorsQuery } from '../../indicators/index.ts';
import { claimWords, testWords } from '../cause-words.ts';
import styles from '../causes.module.css';
import { requestOf, testsFor, type EvidenceValues } from './evidence-values.ts';
import { GroupFields } from './group-fields.tsx';
import { ResultWords } from './result-words.tsx';

interface Props {
  readonly analysisId: string;
  readonly node: CauseNode;
  readonly onClose: () => void;
}

const required = () => [{ required: true, message: m.causes_required() }];

/** Asks the data: worked out first, linked when the reader wants it. */
export function EvidenceDialog({ analysisId, node, onClose }: Props) {
  const [form] = Form.useForm<EvidenceValues>();
  const kind = Form.useWatch('kind', form) ?? 'test';
  const trial = useMutation({
    mutationFn: async (values: EvidenceValues) => {
      const request = requestOf(values);
      return { request, result: await call(tryCauseEvidence, { body: { request } }) };
    },
    meta: { showsError: true },
  });
  const link = useMutation({
    mutationFn: (values: EvidenceValues) =>
      call(addCauseEvidence, {
        params: { id: analysisId },
        body: { nodeId: node.id, request: requestOf(values), note: values.note ?? '' },
      }),
    meta: { showsError: true, done: m.causes_linked() },
    onSuccess: onClose,
  });
  return (
    <FormDialog<EvidenceValues>
      title={m.causes_evidence_title({ cause: node.text === '' ? m.causes_unnamed() : node.text })}
      open
      onClose={onClose}
      form={form}
      initialValues={{
        kind: 'test',
        of: 'indicator',
        groups: [
          { from: '', to: '' },
          { from: '', to: '' },
        ],
        claim: 'differ',
      }}
      onSubmit={(values) => link.mutate(values)}
      pending={link.isPending}
      error={link.error}
      submitLabel={m.causes_link()}
      width={720}
    >
      <Form.Item name="kind" label={m.causes_evidence_kind()}>
        <Radio.Group
          options={[
            { value: 'test', label: m.causes_evidence_compare() },
            { value: 'figure', label: m.causes_evidence_figure() },
          ]}
          onChange={({ target }) => form.setFieldValue('claim', target.value === 'figure' ? 'above' : 'differ')}
        />
      </Form.Item>
      <MeasuredFields />
      <GroupFields at={0} title={kind === 'figure' ? m.causes_group() : m.causes_group_n({ n: 1 })} />
      {kind === 'figure' ? null : <GroupFields at={1} title={m.causes_group_n({ n: 2 })} />}
      <ClaimFields kind={kind} />
      <Form.Item name="note" label={m.causes_note()}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <p>
        <Button
          loading={trial.isPending}
          onClick={() =>
            void form.validateFields().then(
              (values) => trial.mutate(values),
              () => undefined,
            )
          }
        >
          {m.causes_try()}
        </Button>
      </p>
      <ProblemAlert error={trial.error} />
      {trial.data === undefined ? null : (
        <div className={styles.trial} role="status">
          <ResultWords {...trial.data} />
        </div>
      )}
    </FormDialog>
  );
}

/** An indicator, or a share of cases; with it the tests that fit. */
function MeasuredFields() {
  const format = useFormat();
  const form = Form.useFormInstance<EvidenceValues>();
  const { data = [] } = useQuery(indicatorsQuery);
  const [kind, of, code] = [Form.useWatch('kind', form), Form.useWatch('of', form), Form.useWatch('indicator', form)];
  const observed = data.filter(({ measure }) => measure !== 'formula' && measure !== 'count');
  const isCases = kind === 'test' && of === 'cases';
  const tests = testsFor(isCases ? 'cases' : 'indicator', data.find((one) => one.code === code)?.measure);
  return (
    <>
      <Form.Item name="of" label={m.causes_what()} hidden={kind === 'figure'}>
        <Radio.Group
          options={[
            { value: 'indicator', label: m.causes_indicator() },
            { value: 'cases', label: m.causes_of_cases() },
          ]}
          onChange={({ target }) => form.setFieldValue('method', testsFor(target.value as EvidenceValues['of'], undefined)[0])}
        />
      </Form.Item>
      {isCases ? (
        <CaseFields />
      ) : (
        <Form.Item name="indicator" label={m.causes_indicator()} rules={required()}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={observed.map((indicator) => ({ value: indicator.code, label: format.text(indicator.name) }))}
            onChange={(next: string) =>
              form.setFieldValue('method', testsFor('indicator', data.find((one) => one.code === next)?.measure)[0])
            }
          />
        </Form.Item>
      )}
      {kind === 'figure' ? null : (
        <Form.Item name="method" label={m.causes_test()} rules={required()}>
          <Select options={tests.map((test) => ({ value: test, label: testWords[test]() }))} />
        </Form.Item>
      )}
    </>
  );
}

function CaseFields() {
  return (
    <div className={styles.group}>
      <Form.Item name="field" label={m.causes_field()} rules={required()}>
        <Select options={caseField.options.map((field) => ({ value: field, label: field }))} />
      </Form.Item>
      <Form.Item name="value" label={m.causes_value()} rules={required()}>
        <Input maxLength={80} />
      </Form.Item>
    </div>
  );
}

function ClaimFields({ kind }: { readonly kind: EvidenceValues['kind'] }) {
  const claims = kind === 'figure' ? (['above', 'below'] as const) : (['first-higher', 'first-lower', 'differ'] as const);
  return (
    <div className={styles.group}>
      <Form.Item name="claim" label={m.causes_claim()} rules={required()}>
        <Select options={claims.map((claim) => ({ value: claim, label: claimWords[claim]() }))} />
      </Form.Item>
      {kind === 'figure' ? (
        <Form.Item name="reference" label={m.causes_reference()} rules={required()}>
          <InputNumber style={{ width: '100%' }} />
        </Form.Item>
      ) : (
        <Form.Item name="margin" label={m.causes_margin()}>
          <InputNumber min={0} style={{ width: '100%' }} />
        </Form.Item>
      )}
    </div>
  );
}
