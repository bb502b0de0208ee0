import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Campaign } from '@zhiheng/contract/campaigns/campaigns';
import { recomputeResult, type FrozenResult } from '@zhiheng/contract/campaigns/results';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { useFormat } from '../../../lib/format/use-format.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { useMay } from '../../identity/index.ts';
import { FreezeDialog } from './freeze-dialog.tsx';
import styles from '../campaigns.module.css';

const unfrozen = ['prepare', 'collect', 'closed'];

/** The frozen results, the newest first: each can be calculated again from what it keeps. */
export function ResultsCard({ campaign }: { readonly campaign: Campaign }) {
  const may = useMay();
  const [freezing, setFreezing] = useState(false);
  const { frozen, stage, id } = campaign;
  const canFreeze = may('campaigns.write') && !unfrozen.includes(stage);
  const freeze = (
    <Button type={frozen.length === 0 ? 'primary' : 'default'} onClick={() => setFreezing(true)}>
      {frozen.length === 0 ? m.campaigns_freeze() : m.campaigns_correct()}
    </Button>
  );
  return (
    <Card title={m.campaigns_frozen()} actions={canFreeze ? freeze : undefined}>
      {frozen.length === 0 ? <p className={styles.note}>{m.campaigns_none_frozen()}</p> : null}
      <ul className={styles.results}>
        {frozen.map((result) => (
          <Result key={result.number} campaignId={id} result={result} />
        ))}
      </ul>
      {freezing ? <FreezeDialog campaign={campaign} onClose={() => setFreezing(false)} /> : null}
    </Card>
  );
}

function Result({ campaignId: id, result }: { readonly campaignId: string; readonly result: FrozenResult }) {
  const format = useFormat();
  const { number, sha256, reason, frozenAt, frozenBy } = result;
  const again = useMutation({ mutationFn: () => call(recomputeResult, { params: { id, number } }) });
  return (
    <li>
      <div>
        <TwoLines
          first={
            <Link to="/app/campaigns/$id/summary" params={{ id }} search={{ number }}>
              {m.campaigns_result_n({ n: format.number(number) })}
            </Link>
          }
          second={[format.dateTime(frozenAt), frozenBy ?? m.campaigns_system(), reason].filter((part) => part !== '').join(' · ')}
        />
        <div className={styles.hash}>SHA-256 {sha256}</div>
        <div aria-live="polite">
          {again.data === undefined ? null : again.data.equal ? (
            <StatusBadge tone="good">{m.campaigns_recomputed_equal({ bytes: format.number(again.data.bytes) })}</StatusBadge>
          ) : (
            <StatusBadge tone="bad">{m.campaigns_recomputed_differs()}</StatusBadge>
          )}
        </div>
      </div>
      <Button loading={again.isPending} onClick={() => again.mutate()}>
        {m.campaigns_recompute()}
      </Button>
    </li>
  );
}
