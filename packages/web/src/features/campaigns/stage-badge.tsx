import type { CampaignStage } from '@zhiheng/contract/campaigns/campaign-kind';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { stageWords } from './campaign-words.ts';

export function StageBadge({ stage }: { readonly stage: CampaignStage }) {
  return <StatusBadge tone={stage === 'closed' ? 'idle' : 'note'}>{stageWords[stage]()}</StatusBadge>;
}
