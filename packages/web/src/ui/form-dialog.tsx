import { Form, Modal, type FormInstance } from 'antd';
import { useId, type ReactNode } from 'react';
import { fieldProblems } from '../lib/problem-words.ts';
import { m } from '../paraglide/messages.js';
import { ProblemAlert } from './problem-alert.tsx';

interface Props<V> {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly form: FormInstance<V>;
  readonly initialValues: Partial<V>;
  readonly onSubmit: (values: V) => void;
  readonly pending: boolean;
  readonly error: unknown;
  readonly submitLabel: string;
  readonly width?: number;
  readonly children: ReactNode;
}

/** A form in a dialog: keeps what was typed when the server refuses, and says beside each field what is wrong with it. */
export function FormDialog<V>(props: Props<V>) {
  const { title, open, onClose, form, initialValues, onSubmit, pending, error, submitLabel, width = 520, children } = props;
  const formId = useId();
  return (
    <Modal
      title={title}
      open={open}
      onCancel={onClose}
      width={width}
      destroyOnHidden
      okText={submitLabel}
      cancelText={m.shell_cancel()}
      confirmLoading={pending}
      okButtonProps={{ htmlType: 'submit', form: formId }}
    >
      <Form<V>
        id={formId}
        form={form}
        layout="vertical"
        initialValues={initialValues}
        onFinish={onSubmit}
        requiredMark={false}
        preserve={false}
        scrollToFirstError
      >
        {children}
        <ProblemAlert error={error} />
      </Form>
    </Modal>
  );
}

/** Puts the server's words beside the fields of an antd form; give it to `onError` of the mutation. `within`: the part of its input that the form holds. */
export function showFieldProblems<V>(form: FormInstance<V>, error: unknown, within = ''): void {
  const nameOf = (path: string) => (path.startsWith(within) ? path.slice(within.length) : path).split('.');
  const fields = [...fieldProblems(error)].map(([path, words]) => ({ name: nameOf(path), errors: [words] }));
  // antd types field names by the form's values; the server's paths are those names.
  form.setFields(fields as Parameters<typeof form.setFields>[0]);
}
