import { needPriority } from '@zhiheng/contract/feedback/needs';
import { needKind, needState } from '@zhiheng/contract/feedback/need-kind';
import { Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormPair } from '../../../ui/form-pair.tsx';
import { FormSection } from '../../../ui/form-section.tsx';
import { usePartOptions } from '../../subjects/index.ts';
import { needKindWords, needStateWords, optionsOf, priorityWords } from '../feedback-words.ts';
import { InboxSource } from './inbox-source.tsx';
import type { NeedValues } from './need-values.ts';
import styles from './house.module.css';

/** `known`: how far it has come is asked of a need that is there already. */
export function NeedFields({ known }: { readonly known: boolean }) {
  return (
    <>
      <Form.Item name="kind" label={m.feedback_need_kind()}>
        <Radio.Group options={optionsOf(needKindWords, needKind.options)} />
      </Form.Item>
      <Form.Item name="name" label={m.feedback_need_name()} rules={[{ required: true, whitespace: true, message: m.feedback_required() }]}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="detail" label={m.feedback_need_detail()}>
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
      <PlaceFields />
      <FormSection title={m.feedback_need_sources()}>
        <SourceFields />
      </FormSection>
      {known ? <StateFields /> : null}
    </>
  );
}

const grades = [1, 2, 3, 4, 5];

function PlaceFields() {
  const format = useFormat();
  const { segment, service } = usePartOptions();
  return (
    <FormPair>
      <Form.Item name="segmentId" label={m.feedback_segment()}>
        <Select
          allowClear
          placeholder={m.feedback_every_segment()}
          options={segment.map(({ id, name }) => ({ value: id, label: format.text(name) }))}
        />
      </Form.Item>
      <Form.Item name="serviceId" label={m.feedback_service()}>
        <Select allowClear options={service.map(({ id, name }) => ({ value: id, label: format.text(name) }))} />
      </Form.Item>
      <Form.Item name="importance" label={m.feedback_importance_of()}>
        <Select options={grades.map((value) => ({ value, label: String(value) }))} />
      </Form.Item>
      <Form.Item name="priority" label={m.feedback_priority()}>
        <Select options={optionsOf(priorityWords, needPriority.options)} />
      </Form.Item>
      <Form.Item name="ownScore" label={m.feedback_own_score()}>
        <InputNumber min={1} max={5} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="targetScore" label={m.feedback_target_score()}>
        <InputNumber min={1} max={5} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="salesPoint" label={m.feedback_sales_point()}>
        <Select
          options={[
            { value: 1, label: m.feedback_sales_none() },
            { value: 1.2, label: m.feedback_sales_some() },
            { value: 1.5, label: m.feedback_sales_strong() },
          ]}
        />
      </Form.Item>
    </FormPair>
  );
}

/** What it rests on: words and an address, or something in the inbox, which stays as it is. */
function SourceFields() {
  const form = Form.useFormInstance<NeedValues>();
  // Excerpts have no field of their own.
  const values = Form.useWatch<NeedValues['sources']>('sources', { form, preserve: true }) ?? [];
  return (
    <Form.List name="sources">
      {(fields, { add, remove }) => (
        <div className={styles.sources}>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.source}>
              {/* Only what has a field is handed in. */}
              <Form.Item name={[name, 'feedbackId']} hidden>
                <Input />
              </Form.Item>
              <Form.Item name={[name, 'words']} noStyle>
                <Input
                  aria-label={m.feedback_source_words()}
                  placeholder={values[name]?.excerpt || m.feedback_source_words()}
                  maxLength={400}
                />
              </Form.Item>
              <Form.Item name={[name, 'url']} noStyle>
                <Input aria-label={m.feedback_source_url()} placeholder={m.feedback_source_url()} type="url" maxLength={400} />
              </Form.Item>
              <Button type="text" aria-label={m.feedback_source_remove()} onClick={() => remove(name)}>
                ×
              </Button>
            </div>
          ))}
          <InboxSource
            taken={values.flatMap(({ feedbackId }) => feedbackId ?? [])}
            onAdd={(source) => add({ words: '', url: '', ...source })}
          />
          <Button onClick={() => add({ words: '', url: '' })}>{m.feedback_source_add()}</Button>
        </div>
      )}
    </Form.List>
  );
}

function StateFields() {
  return (
    <FormSection title={m.feedback_handover()}>
      <FormPair>
        <Form.Item name="state" label={m.feedback_state()}>
          <Select options={optionsOf(needStateWords, needState.options)} />
        </Form.Item>
        <Form.Item name="handedTo" label={m.feedback_handed_to()}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      </FormPair>
      <Form.Item name="stateNote" label={m.feedback_state_note()}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </FormSection>
  );
}
