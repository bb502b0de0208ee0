import { useMutation } from '@tanstack/react-query';
import { judgeSuggestion, type Suggestion } from '@zhiheng/contract/improvement/suggestions';
import { Form, Input, Radio } from 'antd';
import { call } from '../../lib/call.ts';
import { m } from '../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../ui/form-dialog.tsx';
import { stateWords } from './suggestion-words.ts';

type Judgement = 'considering' | 'accepted' | 'declined' | 'done';
interface Values {
  readonly state: Judgement;
  readonly answer: string;
}

/** Says what becomes of a suggestion; whoever made it reads the answer. */
export function JudgeDialog({ suggestion, onClose }: { readonly suggestion: Suggestion; readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const { id, version, title, state, answer } = suggestion;
  const isAccepted = state === 'accepted' || state === 'done';
  const choices: readonly Judgement[] = ['considering', 'accepted', 'declined', ...(isAccepted ? (['done'] as const) : [])];
  const judge = useMutation({
    mutationFn: (values: Values) => call(judgeSuggestion, { params: { id }, body: { version, ...values } }),
    meta: { showsError: true, done: m.suggestions_judged() },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={title}
      open
      onClose={onClose}
      form={form}
      initialValues={{ state: choices.find((one) => one === state) ?? 'considering', answer }}
      onSubmit={(values) => judge.mutate(values)}
      pending={judge.isPending}
      error={judge.error}
      submitLabel={m.suggestions_judge()}
    >
      <Form.Item name="state" label={m.suggestions_state()}>
        <Radio.Group options={choices.map((one) => ({ value: one, label: stateWords[one]() }))} />
      </Form.Item>
      <Form.Item name="answer" label={m.suggestions_answer()}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
