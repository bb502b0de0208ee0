import { useQuery } from '@tanstack/react-query';
import { clauseKind } from '@zhiheng/contract/standards/standard-kind';
import type { Clause } from '@zhiheng/contract/standards/standards';
import { code } from '@zhiheng/contract/values/text';
import { Button, Form, Input, Select } from 'antd';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { FormPair } from '../../ui/form-pair.tsx';
import { useMay } from '../identity/index.ts';
import { indicatorsQuery } from '../indicators/index.ts';
import { kindWords } from './standard-words.ts';
import { guideOptionsQuery } from './standards.query.ts';
import styles from './standards.module.css';

const fresh = (taken: number): Clause => ({
  ...{ code: `clause-${Date.now().toString(36)}${taken}`, kind: 'process' },
  ...{ text: { zh: '', en: '' }, indicators: [], checks: [] },
});

/** The clauses of a version in their order. */
export function ClauseFields() {
  return (
    <Form.List name="clauses">
      {(fields, { add, remove, move }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.editorClause} role="group" aria-label={m.standards_clause_n({ n: name + 1 })}>
              <div className={styles.editorHead}>
                <h2>{m.standards_clause_n({ n: name + 1 })}</h2>
                <Button type="text" disabled={name === 0} onClick={() => move(name, name - 1)}>
                  {m.standards_up()}
                </Button>
                <Button type="text" disabled={name === fields.length - 1} onClick={() => move(name, name + 1)}>
                  {m.standards_down()}
                </Button>
                <Button type="text" danger onClick={() => remove(name)}>
                  {m.standards_clause_remove()}
                </Button>
              </div>
              <OneClause at={name} />
            </div>
          ))}
          <p>
            <Button onClick={() => add(fresh(fields.length))}>{m.standards_clause_add()}</Button>
          </p>
        </>
      )}
    </Form.List>
  );
}

const written = () => [{ required: true, whitespace: true, message: m.standards_clause_missing() }];

function OneClause({ at }: { readonly at: number }) {
  const format = useFormat();
  const may = useMay();
  const { data = [] } = useQuery({ ...indicatorsQuery, enabled: may('measurement.read') });
  return (
    <>
      <FormPair>
        <Form.Item name={[at, 'text', 'zh']} label={m.standards_clause_zh()} rules={written()}>
          <Input.TextArea rows={2} maxLength={2000} lang="zh-CN" />
        </Form.Item>
        <Form.Item name={[at, 'text', 'en']} label={m.standards_clause_en()} rules={written()}>
          <Input.TextArea rows={2} maxLength={2000} lang="en" />
        </Form.Item>
        <Form.Item name={[at, 'kind']} label={m.standards_kind()}>
          <Select options={clauseKind.options.map((kind) => ({ value: kind, label: kindWords[kind]() }))} />
        </Form.Item>
        <Form.Item
          name={[at, 'code']}
          label={m.standards_clause_code()}
          rules={[
            {
              validator: (_rule, value) =>
                code.safeParse(value).success ? Promise.resolve() : Promise.reject(new Error(m.shell_code_wrong())),
            },
          ]}
        >
          <Input autoComplete="off" spellCheck={false} maxLength={64} />
        </Form.Item>
      </FormPair>
      <Form.Item name={[at, 'indicators']} label={m.standards_clause_indicators()}>
        <Select
          mode="multiple"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={data.map((indicator) => ({ value: indicator.code, label: format.text(indicator.name) }))}
        />
      </Form.Item>
      <CheckFields at={at} />
    </>
  );
}

function CheckFields({ at }: { readonly at: number }) {
  const format = useFormat();
  const may = useMay();
  const { data = [] } = useQuery(guideOptionsQuery(may('fieldwork.read')));
  return (
    <Form.List name={[at, 'checks']}>
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.check}>
              <Form.Item name={[name, 'study']} label={m.standards_check_study()} rules={[{ required: true }]}>
                <Select
                  showSearch={{ optionFilterProp: 'label' }}
                  options={data.map((study) => ({ value: study.code, label: format.text(study.name) }))}
                />
              </Form.Item>
              <Form.Item name={[name, 'item']} label={m.standards_check_what()} rules={[{ required: true, whitespace: true }]}>
                <Input maxLength={120} />
              </Form.Item>
              <Button type="text" danger style={{ marginTop: 30 }} onClick={() => remove(name)}>
                {m.standards_check_remove()}
              </Button>
            </div>
          ))}
          <p style={{ margin: 0 }}>
            <Button type="link" style={{ padding: 0 }} onClick={() => add({ item: '' })}>
              {m.standards_check_add()}
            </Button>
          </p>
        </>
      )}
    </Form.List>
  );
}
