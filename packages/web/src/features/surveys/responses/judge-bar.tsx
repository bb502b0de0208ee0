import { useMutation } from '@tanstack/react-query';
import { judgeResponses, type ResponseRow } from '@zhiheng/contract/surveys/responses';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Labelled } from '../../../ui/labelled.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import styles from './responses.module.css';

interface Props {
  readonly surveyId: string;
  readonly ids: readonly string[];
  readonly onJudged: () => void;
}

type Verdict = ResponseRow['verdict'];

/** Takes answers in or leaves them out, with a reason; the figures with and without stay visible. */
export function JudgeBar({ surveyId, ids, onJudged }: Props) {
  const format = useFormat();
  const [reason, setReason] = useState('');
  const judge = useMutation({
    mutationFn: (verdict: Verdict) =>
      call(judgeResponses, { params: { id: surveyId }, body: { ids: [...ids], verdict, reason: reason.trim() } }),
    meta: { showsError: true, done: m.surveys_judged() },
    onSuccess: () => {
      setReason('');
      onJudged();
    },
  });
  if (ids.length === 0) return null;
  const button = (verdict: Verdict, words: string) => (
    <Button
      danger={verdict === 'excluded'}
      disabled={reason.trim() === ''}
      loading={judge.isPending && judge.variables === verdict}
      onClick={() => judge.mutate(verdict)}
    >
      {words}
    </Button>
  );
  return (
    <div className={styles.judge} role="group" aria-label={m.surveys_judge()}>
      <Labelled label={m.surveys_judge_reason({ n: format.number(ids.length) })} help={m.surveys_judge_help()}>
        {(id) => <Input id={id} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Labelled>
      <div className={styles.buttons}>
        {button('excluded', m.surveys_exclude())}
        {button('included', m.surveys_include())}
        {button('unjudged', m.surveys_unjudge())}
      </div>
      <ProblemAlert error={judge.error} />
    </div>
  );
}
