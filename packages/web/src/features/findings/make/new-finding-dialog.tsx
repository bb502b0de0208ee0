import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { openFindingByHand, type OpenedFinding } from '@zhiheng/contract/findings/findings';
import type { FindingKind, FindingSeverity } from '@zhiheng/contract/findings/finding-kind';
import type { LocalText } from '@zhiheng/contract/values/text';
import { Form, Input, Select } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { showToast } from '../../../lib/toast.ts';
import { m } from '../../../paraglide/messages.js';
import { FormDialog, showFieldProblems } from '../../../ui/form-dialog.tsx';
import { FormGrid } from '../../../ui/form-grid.tsx';
import { OwnerSelect } from '../../subjects/index.ts';
import { kindWords, optionsOf, severityWords } from '../finding-words.ts';
import { evidenceOf, type FigureOnPage } from './figure-on-page.ts';

interface Values {
  readonly title: string;
  readonly description: string;
  readonly severity: FindingSeverity;
  readonly kind: FindingKind | 'none';
  readonly ownerId: string | null;
  readonly dueOn: string | null;
}

interface Props {
  /** the number that it is made of; left out: a finding in words */
  readonly figure?: FigureOnPage;
  readonly onClose: () => void;
}

/** A finding, of a number or in words. */
export function NewFindingDialog({ figure, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const format = useFormat();
  const suggested = figure === undefined ? null : suggestedTitle(figure);
  const open = useMutation({
    mutationFn: (values: Values) => call(openFindingByHand, { body: bodyOf(values, figure, { suggested, format }) }),
    meta: { showsError: true },
    onError: (error) => showFieldProblems(form, error),
    onSuccess: (opened) => {
      showToast({ tone: 'good', words: outcomeWords[opened.outcome]({ number: opened.number }) });
      onClose();
      if (figure === undefined) void navigate({ to: '/app/findings/$id', params: { id: opened.id } });
    },
  });
  return (
    <FormDialog<Values>
      title={figure === undefined ? m.findings_new() : m.findings_make()}
      open
      onClose={onClose}
      form={form}
      initialValues={{
        ...{ title: suggested === null ? '' : format.text(suggested), description: '', kind: 'none' },
        ...{ severity: figure?.isMissed === true ? 'medium' : 'low', ownerId: null },
      }}
      onSubmit={(values) => open.mutate(values)}
      pending={open.isPending}
      error={open.error}
      submitLabel={m.findings_save()}
      width={600}
    >
      {figure === undefined ? null : <p>{m.findings_of_figure({ text: figureWords(figure, format) })}</p>}
      <FindingItems />
    </FormDialog>
  );
}

/** What is asked of a finding, new or known. */
export function FindingItems() {
  return (
    <>
      <Form.Item name="title" label={m.findings_name()} rules={[{ required: true, whitespace: true, message: m.findings_name_missing() }]}>
        <Input maxLength={400} />
      </Form.Item>
      <Form.Item name="description" label={m.findings_description()}>
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
      <FormGrid>
        <Form.Item name="severity" label={m.findings_severity()}>
          <Select options={optionsOf(severityWords)} />
        </Form.Item>
        <Form.Item name="kind" label={m.findings_kind()}>
          <Select options={optionsOf(kindWords)} />
        </Form.Item>
        <Form.Item name="ownerId" label={m.findings_owner()}>
          <OwnerSelect placeholder={m.findings_nobody()} />
        </Form.Item>
        <Form.Item name="dueOn" label={m.findings_due()}>
          <Input type="date" />
        </Form.Item>
      </FormGrid>
    </>
  );
}

const outcomeWords: Readonly<Record<OpenedFinding['outcome'], (input: { number: string }) => string>> = {
  opened: m.findings_made_opened,
  merged: m.findings_made_merged,
  reopened: m.findings_made_reopened,
  known: m.findings_made_known,
};

/** In both languages, so that it reads well for everybody while nobody has rewritten it. */
function suggestedTitle({ name, isMissed }: FigureOnPage): LocalText {
  const words = isMissed === true ? m.findings_suggest_gap : m.findings_suggest_plain;
  return { zh: words({ name: name.zh }, { locale: 'zh' }), en: words({ name: name.en }, { locale: 'en' }) };
}

function bodyOf(
  { title, description, severity, kind, ownerId, dueOn }: Values,
  figure: FigureOnPage | undefined,
  { suggested, format }: { readonly suggested: LocalText | null; readonly format: Format },
) {
  const words = title.trim();
  const both = suggested !== null && words === format.text(suggested) ? suggested : { zh: words, en: words };
  const evidence = figure === undefined ? null : evidenceOf(figure);
  return {
    ...{ title: both, description: { zh: description, en: description }, severity, kind: kind === 'none' ? null : kind },
    ...{ ownerId, dueOn: dueOn === '' || dueOn === undefined ? null : dueOn },
    ...(evidence === null
      ? {}
      : {
          ...evidence.slice,
          indicator: evidence.indicator,
          source: figure?.isMissed === true ? ('gap' as const) : ('manual' as const),
          evidence: [{ kind: 'figure' as const, figure: evidence }],
        }),
  };
}

/** `等待时间 52.5 min · n=120`. */
function figureWords({ name, value, unit, decimals, n }: FigureOnPage, format: Format): string {
  const number = value === null ? '—' : `${format.number(value, decimals)} ${unit === '1' ? '' : unit}`.trim();
  const size = n === null ? [] : [m.findings_evidence_n({ n: format.number(n) })];
  return [`${format.text(name)} ${number}`, ...size].join(' · ');
}
