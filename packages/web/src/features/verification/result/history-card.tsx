import { useMutation } from '@tanstack/react-query';
import { recomputeLook, type Verification } from '@zhiheng/contract/verification/verifications';
import { Button } from 'antd';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { verdictTones, verdictWords } from '../verification-words.ts';
import styles from '../verification.module.css';

/** Every look that was taken; each can be calculated again from the figures it keeps. */
export function HistoryCard({ verification: { id, history } }: { readonly verification: Verification }) {
  return (
    <Card title={m.verification_history()}>
      {history.length === 0 ? <p className={styles.note}>{m.verification_history_none()}</p> : null}
      <ul className={styles.list}>
        {history.map((look) => (
          <li key={look.number}>
            <Look id={id} look={look} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Look({ id, look }: { readonly id: string; readonly look: Verification['history'][number] }) {
  const format = useFormat();
  const { number, verdict, periods, at, sha256 } = look;
  const again = useMutation({
    mutationFn: () => call(recomputeLook, { params: { id, number: String(number) } }),
    meta: { showsError: true },
  });
  return (
    <>
      <StatusBadge tone={verdictTones[verdict]}>{verdictWords[verdict]()}</StatusBadge>{' '}
      {m.verification_history_look({ look: format.number(number), periods: format.number(periods) })} · {format.dateTime(at)}{' '}
      <Button
        type="link"
        size="small"
        aria-label={m.verification_recompute_of({ look: format.number(number) })}
        loading={again.isPending}
        onClick={() => again.mutate()}
      >
        {m.verification_recompute()}
      </Button>
      <div className={styles.hash}>{sha256}</div>
      {again.data === undefined ? null : (
        <StatusBadge tone={again.data.equal ? 'good' : 'bad'}>
          {again.data.equal
            ? m.verification_recompute_equal({ bytes: format.bytes(again.data.bytes) })
            : m.verification_recompute_differs()}
        </StatusBadge>
      )}
    </>
  );
}
