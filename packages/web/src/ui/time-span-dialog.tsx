import { useMutation } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useFormat } from '../lib/format/use-format.ts';
import { instantInZone } from '../lib/wall-time.ts';
import { FormDialog, showFieldProblems } from './form-dialog.tsx';
import { FormPair } from './form-pair.tsx';

interface Values {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export interface TimeSpanWords {
  readonly title: string;
  readonly submit: string;
  readonly done: string;
  readonly from: string;
  readonly to: string;
  readonly timeMissing: string;
  readonly reason: string;
  readonly reasonHint?: string;
  readonly reasonMissing: string;
  /** below the reason; named is the zone of the times */
  readonly help: (zone: { readonly zone: string }) => string;
}

interface Props {
  readonly words: TimeSpanWords;
  /** instants in UTC */
  readonly onSave: (span: Values) => Promise<unknown>;
  readonly onClose: () => void;
}

/** A stretch of time that is not to count, by the clock on the wall, and why. */
export function TimeSpanDialog({ words, onSave, onClose }: Props) {
  const { zone } = useFormat();
  const [form] = Form.useForm<Values>();
  const save = useMutation({
    mutationFn: ({ from, to, reason }: Values) => onSave({ from: instantInZone(from, zone), to: instantInZone(to, zone), reason }),
    meta: { showsError: true, done: words.done },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  const needed = [{ required: true, message: words.timeMissing }];
  return (
    <FormDialog<Values>
      title={words.title}
      open
      onClose={onClose}
      form={form}
      initialValues={{}}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={words.submit}
    >
      <FormPair>
        <Form.Item name="from" label={words.from} rules={needed}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="to" label={words.to} rules={needed}>
          <Input type="datetime-local" />
        </Form.Item>
      </FormPair>
      <Form.Item
        name="reason"
        label={words.reason}
        extra={words.help({ zone })}
        rules={[{ required: true, whitespace: true, message: words.reasonMissing }]}
      >
        <Input.TextArea rows={3} maxLength={500} placeholder={words.reasonHint} />
      </Form.Item>
    </FormDialog>
  );
}
