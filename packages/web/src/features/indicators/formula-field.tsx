import { useQuery } from '@tanstack/react-query';
import { checkFormula } from '@zhiheng/contract/measurement/indicators';
import { indicatorCode } from '@zhiheng/contract/values/text';
import { Form, Input } from 'antd';
import { call } from '../../lib/call.ts';
import { useDelayed } from '../../lib/use-delayed.ts';
import { m } from '../../paraglide/messages.js';
import styles from './formula-field.module.css';
import { formulaWords } from './formula-words.ts';
import type { IndicatorValues } from './indicator-form.values.ts';

/** A formula with its check while it is typed. */
export function FormulaField({ code }: { readonly code: string | undefined }) {
  const form = Form.useFormInstance<IndicatorValues>();
  const typed = Form.useWatch('formula', form) ?? '';
  return (
    <Form.Item label={m.library_formula()} extra={m.library_formula_hint()}>
      <Form.Item name="formula" noStyle rules={[{ required: true, message: m.library_formula_required() }]}>
        <Input.TextArea autoSize={{ minRows: 2 }} spellCheck={false} aria-label={m.library_formula()} />
      </Form.Item>
      <FormulaVerdict formula={typed} code={code} />
    </Form.Item>
  );
}

function FormulaVerdict({ formula, code }: { readonly formula: string; readonly code: string | undefined }) {
  const settled = useDelayed(formula.trim(), 350);
  const known = indicatorCode.safeParse(code).data;
  const { data } = useQuery({
    queryKey: ['formula-check', settled, known],
    queryFn: () => call(checkFormula, { body: { formula: settled, ...(known === undefined ? {} : { code: known }) } }),
    enabled: settled !== '',
  });
  if (settled === '') return null;
  if (data === undefined) return <p className={styles.checking}>{m.library_formula_checking()}</p>;
  const valid = data.kind === 'valid';
  return (
    <p role="status" className={valid ? styles.valid : styles.invalid}>
      <span aria-hidden="true">{valid ? '●' : '■'}</span> {formulaWords(data)}
    </p>
  );
}
