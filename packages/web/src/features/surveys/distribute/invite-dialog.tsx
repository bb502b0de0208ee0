import { useMutation } from '@tanstack/react-query';
import { invite, type Distribution } from '@zhiheng/contract/surveys/distributions';
import type { CallInput } from '@zhiheng/contract/endpoint';
import type { Survey } from '@zhiheng/contract/surveys/surveys';
import { Button, Input, InputNumber, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Labelled } from '../../../ui/labelled.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { usePartOptions } from '../../subjects/index.ts';
import styles from './distribute.module.css';
import { parsePeople } from './parse-people.ts';
import { reasonWords } from './reason-words.ts';

interface Props {
  readonly survey: Survey;
  readonly way: Distribution;
  readonly onClose: () => void;
}

type Body = NonNullable<CallInput<typeof invite>['body']>;
type From = 'paste' | 'customers';
interface Choice {
  readonly from: From;
  readonly text: string;
  readonly segmentId: string | null;
  readonly sample: number | null;
}

/** Whom to ask. What would happen is shown before anybody is asked. */
export function InviteDialog({ way, onClose }: Props) {
  const [choice, setChoice] = useState<Choice>({ from: 'paste', text: '', segmentId: null, sample: null });
  const addressed = way.kind === 'email';
  const parsed = parsePeople(choice.text, addressed);
  const body: Body =
    choice.from === 'paste' ? { people: [...parsed.people] } : { customers: { segmentId: choice.segmentId, sample: choice.sample } };
  const send = (dryRun: boolean) => call(invite, { params: { id: way.id }, body: { ...body, dryRun } });
  const foresee = useMutation({ mutationFn: () => send(true), meta: { showsError: true } });
  const ask = useMutation({ mutationFn: () => send(false), meta: { showsError: true, done: m.surveys_invited_now() }, onSuccess: onClose });
  const change = (part: Partial<Choice>) => {
    setChoice({ ...choice, ...part });
    // What was foreseen was foreseen of somebody else.
    foresee.reset();
  };
  const nobody = choice.from === 'paste' && parsed.people.length === 0;
  return (
    <Modal
      title={m.surveys_invite()}
      open
      width={600}
      onCancel={onClose}
      footer={[
        <Button key="foresee" disabled={nobody} loading={foresee.isPending} onClick={() => foresee.mutate()}>
          {m.surveys_invite_foresee()}
        </Button>,
        <Button
          key="ask"
          type="primary"
          disabled={foresee.data === undefined || foresee.data.invited === 0}
          loading={ask.isPending}
          onClick={() => ask.mutate()}
        >
          {m.surveys_invite_people({ n: String(foresee.data?.invited ?? 0) })}
        </Button>,
      ]}
    >
      <div className={styles.invite}>
        <Segmented<From>
          aria-label={m.surveys_invite_from()}
          value={choice.from}
          options={[
            { value: 'paste', label: m.surveys_invite_paste() },
            { value: 'customers', label: m.surveys_invite_customers() },
          ]}
          onChange={(from) => change({ from })}
        />
        {choice.from === 'paste' ? (
          <PasteFields choice={choice} found={parsed.people.length} wrong={parsed.wrong} onChange={change} />
        ) : (
          <CustomerFields choice={choice} onChange={change} />
        )}
        {foresee.data === undefined ? null : <Foreseen result={foresee.data} />}
        <ProblemAlert error={foresee.error ?? ask.error} />
      </div>
    </Modal>
  );
}

interface FieldsProps {
  readonly choice: Choice;
  readonly onChange: (part: Partial<Choice>) => void;
}

function PasteFields({ choice, found, wrong, onChange }: FieldsProps & { readonly found: number; readonly wrong: readonly number[] }) {
  const format = useFormat();
  return (
    <>
      <Labelled label={m.surveys_invite_lines()} help={m.surveys_invite_lines_help()}>
        {(id) => <Input.TextArea id={id} rows={7} value={choice.text} onChange={(event) => onChange({ text: event.target.value })} />}
      </Labelled>
      <p className={styles.quiet} role="status">
        {m.surveys_invite_found({ n: format.number(found) })}
        {wrong.length === 0 ? '' : ` ▲ ${m.surveys_invite_wrong({ lines: format.list(wrong.slice(0, 8).map(String)) })}`}
      </p>
    </>
  );
}

function CustomerFields({ choice, onChange }: FieldsProps) {
  const format = useFormat();
  const { segment } = usePartOptions();
  return (
    <>
      <Labelled label={m.surveys_invite_segment()}>
        {(id) => (
          <Select
            id={id}
            allowClear
            placeholder={m.surveys_invite_all_customers()}
            value={choice.segmentId}
            options={segment.map((each) => ({ value: each.id, label: format.text(each.name) }))}
            onChange={(segmentId: string | null | undefined) => onChange({ segmentId: segmentId ?? null })}
          />
        )}
      </Labelled>
      <Labelled label={m.surveys_invite_sample()} help={m.surveys_invite_sample_help()}>
        {(id) => <InputNumber id={id} min={1} max={10_000} value={choice.sample} onChange={(sample) => onChange({ sample })} />}
      </Labelled>
    </>
  );
}

interface Result {
  readonly invited: number;
  readonly suppressed: readonly { readonly reason: string; readonly count: number }[];
}

function Foreseen({ result }: { readonly result: Result }) {
  const format = useFormat();
  return (
    <div role="status">
      <p>● {m.surveys_invite_would({ n: format.number(result.invited) })}</p>
      {result.suppressed.length === 0 ? null : (
        <>
          <p className={styles.quiet}>{m.surveys_invite_left_out()}</p>
          <ul className={styles.reasons}>
            {result.suppressed.map(({ reason, count }) => (
              <li key={reason}>{m.surveys_invite_reason({ reason: reasonWords(reason), n: format.number(count) })}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
