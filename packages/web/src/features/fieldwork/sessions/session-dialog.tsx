import { useMutation } from '@tanstack/react-query';
import { createFieldSession, updateFieldSession, type FieldSession } from '@zhiheng/contract/fieldwork/sessions';
import type { FieldStudy } from '@zhiheng/contract/fieldwork/studies';
import { Form, Input, InputNumber, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormGrid } from '../../../ui/form-grid.tsx';
import { FormPair } from '../../../ui/form-pair.tsx';
import { OwnerSelect, PeopleSelect, subjectParts, usePartOptions } from '../../subjects/index.ts';
import { emptySession, sessionOf, sessionValues, type SessionValues } from './session-values.ts';

interface Props {
  readonly study: FieldStudy;
  /** undefined: a new one */
  readonly session: FieldSession | undefined;
  readonly onClose: () => void;
}

/** Plans a session, or changes when, where and with whom it is. */
export function SessionDialog({ study, session, onClose }: Props) {
  const { zone } = useFormat();
  const [form] = Form.useForm<SessionValues>();
  const save = useMutation({
    mutationFn: (values: SessionValues) => {
      const { raterIds, ...body } = sessionOf(values, zone);
      if (session === undefined) return call(createFieldSession, { params: { id: study.id }, body: { ...body, raterIds } });
      const raters = session.ratersFixed ? {} : { raterIds };
      return call(updateFieldSession, { params: { id: session.id }, body: { version: session.version, ...body, ...raters } });
    },
    meta: { showsError: true, done: m.fieldwork_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: ({ clashes }) => {
      // It is stored all the same: somebody may be in two places on purpose.
      for (const { person, startsAt } of clashes.slice(0, 1)) showToast({ tone: 'bad', words: clashWords(person, startsAt) });
      onClose();
    },
  });
  const format = useFormat();
  const clashWords = (person: string, startsAt: string) => m.fieldwork_clash_now({ person, at: format.dateTime(startsAt) });
  return (
    <FormDialog<SessionValues>
      title={session === undefined ? m.fieldwork_session_new() : m.fieldwork_session_edit()}
      open
      onClose={onClose}
      form={form}
      initialValues={session === undefined ? emptySession(study) : sessionValues(session, zone)}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.fieldwork_save()}
      width={640}
    >
      <FormPair>
        <Form.Item name="startsAt" label={m.fieldwork_begins()} extra={m.fieldwork_zone({ zone })} rules={[timeNeeded()]}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="minutes" label={m.fieldwork_minutes()} rules={[{ required: true, message: m.fieldwork_minutes_missing() }]}>
          <InputNumber min={5} max={1440} step={15} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </FormPair>
      <Form.Item name="place" label={m.fieldwork_place()}>
        <Input maxLength={200} placeholder={m.fieldwork_place_hint()} />
      </Form.Item>
      <WhereItems />
      <FormPair>
        <Form.Item name="conductorId" label={m.fieldwork_conductor()}>
          <OwnerSelect placeholder={m.fieldwork_nobody()} />
        </Form.Item>
        <Form.Item
          name="raterIds"
          label={m.fieldwork_raters()}
          extra={session?.ratersFixed === true ? m.fieldwork_raters_fixed() : m.fieldwork_raters_of({ n: String(study.raters) })}
        >
          <PeopleSelect placeholder={m.fieldwork_nobody()} most={5} />
        </Form.Item>
      </FormPair>
    </FormDialog>
  );
}

const timeNeeded = () => ({ required: true, message: m.fieldwork_begins_missing() });

const whereParts = [
  ['serviceId', 'service'],
  ['siteId', 'site'],
  ['teamId', 'team'],
] as const;

function WhereItems() {
  const format = useFormat();
  const options = usePartOptions();
  return (
    <FormGrid>
      {whereParts.map(([field, part]) => (
        <Form.Item key={field} name={field} label={subjectParts[part].label()} normalize={(value: string | undefined) => value ?? null}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={m.fieldwork_not_set()}
            options={options[part].map(({ id, name }) => ({ value: id, label: format.text(name) }))}
          />
        </Form.Item>
      ))}
    </FormGrid>
  );
}
