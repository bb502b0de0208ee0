import { useMutation } from '@tanstack/react-query';
import { saveReview, type CampaignReview } from '@zhiheng/contract/campaigns/campaigns';
import { fieldName, fieldsOf, type Field } from '@zhiheng/forms/fields';
import type { Form as Sheet } from '@zhiheng/forms/definition';
import { Form, Input, Radio } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { ProblemError } from '@zhiheng/contract/call';
import { problemEntryWords } from '../../../lib/problem-words.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog } from '../../../ui/form-dialog.tsx';

interface Props {
  readonly campaignId: string;
  readonly sheet: Sheet;
  readonly before: CampaignReview | undefined;
  /** written down for somebody who has no account */
  readonly isOutside: boolean;
  readonly onClose: () => void;
}

interface Values {
  readonly name?: string;
  readonly answers: CampaignReview['answers'];
}

/** The sheet: scales and remarks. */
export function ReviewDialog({ campaignId: id, sheet, before, isOutside, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const save = useMutation({
    mutationFn: ({ name = '', answers }: Values) => call(saveReview, { params: { id }, body: { name, answers: answered(answers) } }),
    meta: { showsError: true, done: m.campaigns_sheet_saved() },
    // Fields of a sheet have dots in their names: they are no paths.
    onError: (error) => form.setFields(sheetProblems(error)),
    onSuccess: onClose,
  });
  return (
    <FormDialog<Values>
      title={isOutside ? m.campaigns_sheet_of_other() : m.campaigns_sheet_own()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ name: '', answers: before?.answers ?? {} }}
      onSubmit={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      submitLabel={m.campaigns_hand_in()}
      width={640}
    >
      {isOutside ? (
        <Form.Item
          name="name"
          label={m.campaigns_expert()}
          rules={[{ required: true, whitespace: true, message: m.campaigns_name_missing() }]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      ) : null}
      {fieldsOf(sheet).map((field) => (
        <SheetItem key={field.key} sheet={sheet} field={field} />
      ))}
    </FormDialog>
  );
}

function SheetItem({ sheet, field }: { readonly sheet: Sheet; readonly field: Field }) {
  const { locale } = useFormat();
  const label = fieldName(sheet, field, locale);
  const name = ['answers', field.key];
  if (field.kind === 'scale') {
    const marks = Array.from({ length: field.max - field.min + 1 }, (_, at) => field.min + at);
    return (
      <Form.Item name={name} label={label}>
        <Radio.Group aria-label={label} optionType="button" options={marks.map((mark) => ({ value: mark, label: String(mark) }))} />
      </Form.Item>
    );
  }
  return (
    <Form.Item name={name} label={label}>
      <Input.TextArea rows={3} maxLength={4000} />
    </Form.Item>
  );
}

/** What was left empty is not an answer. */
const answered = (answers: Values['answers']): Values['answers'] =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined && value !== ''));

const sheetProblems = (error: unknown) =>
  error instanceof ProblemError
    ? error.problem.errors.map(({ path, ...entry }) => ({
        name: ['answers', path.replace(/^answers\./, '')] as ['answers', string],
        errors: [problemEntryWords(entry)],
      }))
    : [];
