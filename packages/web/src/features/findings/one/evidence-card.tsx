import { useMutation } from '@tanstack/react-query';
import { addFindingEvidence, removeFindingEvidence, type Finding, type FindingEvidence } from '@zhiheng/contract/findings/findings';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat, type Format } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useMay } from '../../identity/index.ts';
import styles from '../findings.module.css';

/** What shows it: figures as they stood, signals, cases, notes. */
export function EvidenceCard({ finding }: { readonly finding: Finding }) {
  const mayWrite = useMay()('findings.write');
  const [adding, setAdding] = useState(false);
  const { evidence } = finding;
  const add = mayWrite ? <Button onClick={() => setAdding(true)}>{m.findings_evidence_add()}</Button> : undefined;
  return (
    <Card title={m.findings_evidence()} aside={String(evidence.length)} actions={add}>
      {evidence.length === 0 ? (
        <EmptyState title={m.findings_evidence_none()} />
      ) : (
        <ul className={styles.items}>
          {evidence.map((each) => (
            <EvidenceItem key={each.id} findingId={finding.id} evidence={each} mayRemove={mayWrite} />
          ))}
        </ul>
      )}
      {adding ? <NoteDialog findingId={finding.id} onClose={() => setAdding(false)} /> : null}
    </Card>
  );
}

interface ItemProps {
  readonly findingId: string;
  readonly evidence: FindingEvidence;
  readonly mayRemove: boolean;
}

function EvidenceItem({ findingId, evidence, mayRemove }: ItemProps) {
  const format = useFormat();
  const { id, label, note, href, figure, at, by } = evidence;
  const remove = useMutation({
    mutationFn: () => call(removeFindingEvidence, { params: { id: findingId, evidenceId: id } }),
    meta: { done: m.findings_saved() },
  });
  const name = format.text(label);
  return (
    <li>
      <div>
        <p className={styles.figure}>{figure === null ? name : `${name} ${valueWords(figure, format)}`}</p>
        {figure === null ? null : <p className={styles.grey}>{figureLine(figure, format)}</p>}
        {note === '' || note === name ? null : <p className={styles.prose}>{note}</p>}
        <p className={styles.grey}>{`${format.dateTime(at)} · ${by ?? m.findings_by_system()}`}</p>
      </div>
      <span className={styles.inline}>
        {href === null ? null : (
          <a href={href} aria-label={`${m.findings_evidence_open()}: ${name}`}>
            {m.findings_evidence_open()}
          </a>
        )}
        {mayRemove ? (
          <Button
            size="small"
            type="text"
            loading={remove.isPending}
            aria-label={`${m.findings_evidence_remove()}: ${name}`}
            onClick={() => remove.mutate()}
          >
            {m.findings_evidence_remove()}
          </Button>
        ) : null}
      </span>
    </li>
  );
}

type Figure = NonNullable<FindingEvidence['figure']>;

const numberWords = (value: number, { unit, decimals }: Figure, format: Format): string => {
  if (unit === '%') return format.percent(value, decimals);
  return unit === '1' || unit === '' ? format.number(value, decimals) : `${format.number(value, decimals)} ${unit}`;
};

const valueWords = (figure: Figure, format: Format): string => (figure.value === null ? '—' : numberWords(figure.value, figure, format));

/** `2026年10月 · 目标 30 · n=120 · 95% 区间 48–57 · 截至 …`. */
function figureLine(figure: Figure, format: Format): string {
  const { period, target, n, interval, asOf } = figure;
  const parts = [
    ...(period === null ? [] : [format.period(period)]),
    ...(target === null ? [] : [m.findings_evidence_target({ target: numberWords(target, figure, format) })]),
    ...(n === null ? [] : [m.findings_evidence_n({ n: format.number(n) })]),
    ...(interval === null
      ? []
      : [
          m.findings_evidence_interval({
            low: format.number(interval[0], figure.decimals),
            high: format.number(interval[1], figure.decimals),
          }),
        ]),
    m.findings_evidence_as_of({ time: format.dateTime(asOf) }),
  ];
  return parts.join(' · ');
}

function NoteDialog({ findingId, onClose }: { readonly findingId: string; readonly onClose: () => void }) {
  const [form] = Form.useForm<{ note: string }>();
  const add = useMutation({
    mutationFn: ({ note }: { note: string }) => call(addFindingEvidence, { params: { id: findingId }, body: { kind: 'note', note } }),
    meta: { showsError: true, done: m.findings_saved() },
    onSuccess: onClose,
  });
  return (
    <FormDialog
      title={m.findings_evidence_add()}
      open
      onClose={onClose}
      form={form}
      initialValues={{ note: '' }}
      onSubmit={(values) => add.mutate(values)}
      pending={add.isPending}
      error={add.error}
      submitLabel={m.findings_save()}
    >
      <Form.Item
        name="note"
        label={m.findings_evidence_note()}
        rules={[{ required: true, whitespace: true, message: m.findings_name_missing() }]}
      >
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
    </FormDialog>
  );
}
