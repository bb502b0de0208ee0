import { Form, Input } from 'antd';
import { m } from '../../../paraglide/messages.js';
import { CodeField } from '../../../ui/code-field.tsx';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { LocalTextFields } from '../../../ui/local-text-fields.tsx';
import type { ThemeRow } from './themes-card.tsx';
import { useSetThemes, type ThemeValues } from './use-set-themes.ts';

interface Props {
  readonly edited: ThemeRow | 'new' | null;
  readonly themes: readonly ThemeRow[];
  readonly onClose: () => void;
}
interface Values extends Omit<ThemeValues, 'words'> {
  readonly words: string;
}

export function ThemeDialog(props: Props) {
  return props.edited === null ? null : <OpenDialog {...props} edited={props.edited} />;
}

function OpenDialog({ edited, themes, onClose }: Props & { readonly edited: ThemeRow | 'new' }) {
  const [form] = Form.useForm<Values>();
  const save = useSetThemes();
  const known = edited === 'new' ? null : edited;
  const submit = ({ words, ...values }: Values) => {
    const theme = { ...values, code: known?.code ?? values.code, words: wordsOf(words) };
    const next = known === null ? [...themes, theme] : themes.map((one) => (one.id === known.id ? theme : one));
    save.mutate(next, { onSuccess: onClose, onError: (error) => showFieldProblems(form, error) });
  };
  const start: Partial<Values> = known === null ? { words: '' } : { ...known, words: known.words.join(' ') };
  return (
    <FormDialog
      title={known === null ? m.feedback_theme_new() : m.feedback_theme_edit()}
      open
      onClose={onClose}
      form={form}
      initialValues={start}
      onSubmit={submit}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.shell_save()}
    >
      <LocalTextFields name="name" suggestsCode={known === null} />
      {known === null ? <CodeField /> : null}
      <Form.Item
        name="words"
        label={m.feedback_theme_words()}
        extra={m.feedback_theme_words_help()}
        rules={[{ required: true, whitespace: true, message: m.feedback_required() }]}
      >
        <Input.TextArea rows={4} />
      </Form.Item>
    </FormDialog>
  );
}

const wordsOf = (text: string): string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[\s,，、;；]+/)
      .filter((word) => word !== ''),
  ),
];
