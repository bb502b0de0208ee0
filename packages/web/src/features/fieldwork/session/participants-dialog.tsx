import { useMutation } from '@tanstack/react-query';
import { updateFieldSession, type FieldParticipant, type FieldSession } from '@zhiheng/contract/fieldwork/sessions';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormGrid } from '../../../ui/form-grid.tsx';
import { subjectParts, usePartOptions } from '../../subjects/index.ts';
import styles from './participants.module.css';

type Row = Partial<Omit<FieldParticipant, 'segmentName'>> & { readonly label: string };
interface Values {
  readonly participants: Row[];
}

/** All who take part; personal values that came masked are neither shown nor sent. */
export function ParticipantsDialog({ session, onClose }: { readonly session: FieldSession; readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const { id, version, participantList, masked } = session;
  const save = useMutation({
    mutationFn: ({ participants }: Values) => call(updateFieldSession, { params: { id }, body: { version, participants } }),
    meta: { showsError: true, done: m.fieldwork_saved() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={m.fieldwork_participants()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ participants: participantList.map((participant) => rowOf(participant, masked)) }}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.fieldwork_save()}
      width={680}
    >
      <Form.List name="participants">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <fieldset key={key} className={styles.person}>
                <legend>{m.fieldwork_participant_n({ n: String(name + 1) })}</legend>
                <PersonItems at={name} masked={masked} />
                <Button danger type="text" onClick={() => remove(name)}>
                  {m.fieldwork_remove()}
                </Button>
              </fieldset>
            ))}
            <Button disabled={fields.length >= 60} onClick={() => add({ label: `P${fields.length + 1}`, consent: false })}>
              {m.fieldwork_participant_add()}
            </Button>
          </>
        )}
      </Form.List>
    </FormDialog>
  );
}

function PersonItems({ at, masked }: { readonly at: number; readonly masked: boolean }) {
  const format = useFormat();
  const { segment } = usePartOptions();
  return (
    <>
      <Form.Item name={[at, 'id']} hidden>
        <Input />
      </Form.Item>
      <FormGrid>
        <Form.Item
          name={[at, 'label']}
          label={m.fieldwork_participant_label()}
          rules={[{ required: true, whitespace: true, message: m.fieldwork_participant_label_missing() }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name={[at, 'segmentId']} label={subjectParts.segment.label()} normalize={(value: string | undefined) => value ?? null}>
          <Select
            allowClear
            placeholder={m.fieldwork_not_set()}
            options={segment.map(({ id, name }) => ({ value: id, label: format.text(name) }))}
          />
        </Form.Item>
      </FormGrid>
      {masked ? null : (
        <FormGrid>
          <Form.Item name={[at, 'name']} label={m.fieldwork_participant_name()}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
          <Form.Item name={[at, 'contact']} label={m.fieldwork_participant_contact()}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        </FormGrid>
      )}
      <FormGrid>
        <Form.Item name={[at, 'consent']} valuePropName="checked">
          <Checkbox>{m.fieldwork_consent_given()}</Checkbox>
        </Form.Item>
        <Form.Item name={[at, 'consentNote']} label={m.fieldwork_consent_note()}>
          <Input maxLength={400} placeholder={m.fieldwork_consent_note_hint()} />
        </Form.Item>
      </FormGrid>
    </>
  );
}

function rowOf({ segmentName: _, name, contact, ...participant }: FieldParticipant, masked: boolean): Row {
  return masked ? participant : { ...participant, name, contact };
}
