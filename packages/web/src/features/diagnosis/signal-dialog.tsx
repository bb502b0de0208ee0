import { useMutation, useQuery } from '@tanstack/react-query';
import { acknowledgeSignal, type Signal } from '@zhiheng/contract/diagnosis/signals';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format/use-format.ts';
import { m } from '../../paraglide/messages.js';
import { FactTable } from '../../ui/fact-table.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useMay } from '../identity/index.ts';
import { ControlChartCard } from './control-chart-card.tsx';
import { signalQuery } from './diagnosis.query.ts';
import styles from './diagnosis.module.css';
import { kindWords, severityWords, signalSentence, stateWords } from './signal-words.ts';

interface Props {
  readonly id: string;
  readonly onClose: () => void;
}

/** A signal with its chart; whoever looks at it says what is made of it. */
export function SignalDialog({ id, onClose }: Props) {
  const format = useFormat();
  const query = useQuery(signalQuery(id));
  return (
    <Modal
      title={query.data === undefined ? m.diagnosis_signals() : format.text(query.data.name)}
      open
      width={880}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{m.diagnosis_close()}</Button>}
    >
      <QueryView query={query}>{(signal) => <Content signal={signal} />}</QueryView>
    </Modal>
  );
}

function Content({ signal }: { readonly signal: Signal }) {
  const format = useFormat();
  const { kind, severity, state, indicator, slice, bucket, raisedAt, clearedAt, note } = signal;
  return (
    <div className={styles.stack}>
      <p>{signalSentence(signal, format)}</p>
      <FactTable
        label={m.diagnosis_what()}
        rows={[
          [m.diagnosis_kind(), kindWords[kind]()],
          [m.diagnosis_severity(), severityWords[severity]()],
          [m.diagnosis_state(), stateWords[state]()],
          [m.diagnosis_bucket(), bucket],
          [m.diagnosis_raised(), format.dateTime(raisedAt)],
          ...(clearedAt === null ? [] : [[m.diagnosis_cleared(), format.dateTime(clearedAt)] as const]),
          ...(note === '' ? [] : [[m.diagnosis_note(), note] as const]),
        ]}
      />
      {indicator === null ? null : (
        <ControlChartCard wish={{ code: indicator, bucket: /^\d{4}-\d{2}$/.test(bucket) ? 'month' : 'week', slice }} />
      )}
      <Acknowledge key={signal.id} signal={signal} />
    </div>
  );
}

function Acknowledge({ signal: { id, note, state } }: { readonly signal: Signal }) {
  const may = useMay();
  const [text, setText] = useState(note);
  const acknowledge = useMutation({
    mutationFn: () => call(acknowledgeSignal, { params: { id }, body: { note: text } }),
    meta: { done: m.diagnosis_saved() },
  });
  if (!may('findings.write') || state === 'cleared') return null;
  return (
    <div>
      <Input.TextArea
        aria-label={m.diagnosis_note()}
        placeholder={m.diagnosis_note()}
        rows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p>
        <Button type="primary" loading={acknowledge.isPending} onClick={() => acknowledge.mutate()}>
          {m.diagnosis_acknowledge()}
        </Button>
      </p>
    </div>
  );
}
