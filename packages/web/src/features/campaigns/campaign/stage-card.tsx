import { useMutation } from '@tanstack/react-query';
import { moveCampaign, type Campaign } from '@zhiheng/contract/campaigns/campaigns';
import { stagesOf } from '@zhiheng/contract/campaigns/plan';
import type { CampaignStage } from '@zhiheng/contract/campaigns/campaign-kind';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../../../lib/call.ts';
import { problemEntryWords } from '../../../lib/problem-words.ts';
import { m } from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { useMay } from '../../identity/index.ts';
import { stageWords } from '../campaign-words.ts';
import { BackDialog } from './back-dialog.tsx';
import styles from '../campaigns.module.css';

/** Where the campaign stands, and what its next stage still lacks. */
export function StageCard({ campaign }: { readonly campaign: Campaign }) {
  const { chain, stage, next } = campaign;
  return (
    <Card title={m.campaigns_stages()} actions={<MoveButtons campaign={campaign} />}>
      <ol className={styles.stages}>
        {stagesOf[chain].map((one, at) => (
          <li key={one} className={placeOf(stagesOf[chain], { at, stage })} aria-current={one === stage ? 'step' : undefined}>
            {stageWords[one]()}
          </li>
        ))}
      </ol>
      {next === null || next.missing.length === 0 ? null : (
        <div className={styles.missing}>
          <p>{m.campaigns_missing({ stage: stageWords[next.stage]() })}</p>
          <ul>
            {next.missing.map(({ code, params }) => (
              <li key={`${code}${JSON.stringify(params)}`}>{problemEntryWords({ code: `campaign_${code}`, params })}</li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}

function placeOf(stages: readonly CampaignStage[], { at, stage }: { readonly at: number; readonly stage: CampaignStage }): string {
  const here = stages.indexOf(stage);
  const place = at === here ? styles.here : at < here ? styles.past : styles.ahead;
  return `${styles.step} ${place}`;
}

function MoveButtons({ campaign }: { readonly campaign: Campaign }) {
  const may = useMay();
  const [goesBack, setGoesBack] = useState(false);
  const { id, version, next, chain, stage } = campaign;
  const move = useMutation({
    mutationFn: (to: CampaignStage) => call(moveCampaign, { params: { id }, body: { version, to } }),
    meta: { done: m.campaigns_moved() },
  });
  if (!may('campaigns.write')) return null;
  return (
    <>
      {stagesOf[chain][0] === stage ? null : <Button onClick={() => setGoesBack(true)}>{m.campaigns_go_back()}</Button>}
      {next === null ? null : (
        <Button type="primary" disabled={next.missing.length > 0} loading={move.isPending} onClick={() => move.mutate(next.stage)}>
          {next.stage === 'closed' ? m.campaigns_close() : m.campaigns_go_on({ stage: stageWords[next.stage]() })}
        </Button>
      )}
      {goesBack ? <BackDialog campaign={campaign} onClose={() => setGoesBack(false)} /> : null}
    </>
  );
}
